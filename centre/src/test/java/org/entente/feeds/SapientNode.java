package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// An edge node on a real socket, and the words a test makes its messages of.
final class SapientNode implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final String id = UUID.nameUUIDFromBytes(("" + NUMBERS.incrementAndGet()).getBytes(UTF_8)).toString();
    final Socket socket;
    private final DataInputStream in;

    SapientNode(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /// Registers as a sensor; the answer.
    SapientFields register(Instant at, String name) throws IOException {
        return register(at, name, id);
    }

    SapientFields register(Instant at, String name, String nodeId) throws IOException {
        send(SapientCases.message(registration(at, name, nodeId)));
        return answer("registration_ack");
    }

    static String registration(Instant at, String name, String nodeId) {
        return SapientCases.named("True_Registration.FullMesssage").json()
            .replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"" + at + "\"")
            .replace("a8654cdf-4328-47de-81fa-c495589e30c9", nodeId)
            .replace("Car Park Camera at Entrance", name);
    }

    /// A message of this node.
    DynamicMessage say(Instant at, String content) throws IOException {
        return SapientCases
            .message("{\"timestamp\":\"" + at + "\",\"nodeId\":\"" + id + "\"," + content + "}");
    }

    static String status(String system) {
        return "\"statusReport\":{\"reportId\":\"" + ulid() + "\",\"system\":\"" + system
            + "\",\"info\":\"INFO_NEW\",\"mode\":\"Default\"}";
    }

    static String detection(double lon, double lat) {
        return detection(ulid(), lon, lat, "");
    }

    static String detection(String report, double lon, double lat, String more) {
        return "\"detectionReport\":{\"reportId\":\"" + report + "\",\"objectId\":\"01GGYFBAXH4VYRQYEX7S3XGK3H\","
            + "\"location\":{\"x\":" + lon + ",\"y\":" + lat
            + ",\"coordinateSystem\":\"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M\",\"datum\":\"LOCATION_DATUM_WGS84_E\"}"
            + more + "}";
    }

    static String alert(String type, String more) {
        return "\"alert\":{\"alertId\":\"" + ulid() + "\",\"alertType\":\"" + type
            + "\",\"status\":\"ALERT_STATUS_ACTIVE\"" + more + "}";
    }

    static String ulid() {
        return "01H4R63D7N%016d".formatted(NUMBERS.incrementAndGet());
    }

    void send(DynamicMessage message) throws IOException {
        raw(SapientFramer.frame(message.toByteArray()));
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// The next message, which must be this.
    SapientFields answer(String content) throws IOException {
        var message = read();
        if (!message.chosen("content").equals(content)) {
            throw new IOException("not " + content + " but " + message.message());
        }
        return message.part(content).orElseThrow();
    }

    /// The lines of the next message, which must be an Error.
    List<String> error() throws IOException {
        var error = answer("error").message();
        return ((List<?>) error.getField(error.getDescriptorForType().findFieldByName("error_message"))).stream()
            .map(Object::toString).toList();
    }

    SapientFields read() throws IOException {
        var bytes = new byte[Integer.reverseBytes(in.readInt())];
        in.readFully(bytes);
        return new SapientFields(SapientCases.ICD.parse(bytes));
    }

    /// Whether the server has ended the connection, without another word.
    boolean ended() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
