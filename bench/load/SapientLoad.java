import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Load program for a SAPIENT (BSI Flex 335 v2) fusion node: edge nodes that register and send scans of detections on an open loop.
///
/// Run: `java SapientLoad.java port=5020 nodes=4 rate=400 scan=10 secs=20`, with
/// `sensors=FILE kind=RADAR` (the reference deployment's sensors.json: its ids and places) or `ids=CAL-RAD-001,CAL-RAD-002 at=50.9762,1.8888`,
/// `start=TIME` (the centre's exercise clock now; without it the machine's), `status=10` (seconds between heartbeats), `label=x out=FILE`.
/// Loopback only, by design. `rate` counts detections of all nodes together; `behind_ms` is how late a scan was sent at worst, because the
/// server did not read; `answers` counts what the server said: registered, refused, errors.
public final class SapientLoad {

    private static final Map<String, String> SAID = new HashMap<>();
    private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final AtomicLong SCANS = new AtomicLong();
    private static final AtomicLong DETECTIONS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();
    private static final AtomicLong BEHIND = new AtomicLong();
    private static final AtomicLong REGISTERED = new AtomicLong();
    private static final AtomicLong REFUSED = new AtomicLong();
    private static final AtomicLong ERRORS = new AtomicLong();
    private static final AtomicLong BROKEN = new AtomicLong();

    private record Sensor(String id, double lat, double lon) {}

    public static void main(String... arguments) throws Exception {
        for (var argument : arguments) {
            SAID.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        var sensors = sensors();
        int nodes = Math.min(number("nodes", sensors.size()), sensors.size());
        int secs = number("secs", 20);
        if (secs > 600) {
            throw new IllegalArgumentException("refused: at most 600 s");
        }
        var ahead = SAID.containsKey("start")
            ? Duration.between(Instant.now(), Instant.parse(SAID.get("start")))
            : Duration.ZERO;
        long gap = (long) (1e9 * nodes * number("scan", 10) / number("rate", 100));
        var done = new CountDownLatch(nodes);
        long begin = System.nanoTime() + 500_000_000L;
        for (int i = 0; i < nodes; i++) {
            var node = new Node(sensors.get(i), ahead, begin + gap * i / nodes, begin + secs * 1_000_000_000L, gap, i);
            Thread.ofPlatform().name("node-" + i).start(() -> {
                node.run();
                done.countDown();
            });
        }
        done.await();
        report(nodes, (System.nanoTime() - begin) / 1e9);
    }

    private static void report(int nodes, double seconds) throws IOException {
        var line = String.format(Locale.ROOT,
            "{\"label\":\"%s\",\"nodes\":%d,\"rate\":%d,\"scan\":%d,\"secs\":%.2f,\"scans\":%d,\"detections\":%d,"
                + "\"detections_s\":%.1f,\"MB_s\":%.3f,\"behind_ms\":%.1f,"
                + "\"answers\":{\"registered\":%d,\"refused\":%d,\"errors\":%d},\"broken\":%d}",
            SAID.getOrDefault("label", ""), nodes, number("rate", 100), number("scan", 10), seconds, SCANS.get(),
            DETECTIONS.get(), DETECTIONS.get() / seconds, BYTES.get() / seconds / 1e6, BEHIND.get() / 1e6,
            REGISTERED.get(), REFUSED.get(), ERRORS.get(), BROKEN.get());
        System.out.println(line);
        if (SAID.containsKey("out")) {
            Files.writeString(Path.of(SAID.get("out")), line + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        }
    }

    private static int number(String key, int usual) {
        return Integer.parseInt(SAID.getOrDefault(key, "" + usual));
    }

    private static List<Sensor> sensors() throws IOException {
        var sensors = new ArrayList<Sensor>();
        if (SAID.containsKey("sensors")) {
            var one = Pattern.compile("\"id\":\"([^\"]+)\",\"kind\":\"" + SAID.getOrDefault("kind", "RADAR")
                + "\".*?\"position\":\\[([-\\d.]+),([-\\d.]+)]");
            for (var line : Files.readAllLines(Path.of(SAID.get("sensors")))) {
                var found = one.matcher(line);
                if (found.find()) {
                    sensors.add(new Sensor(found.group(1), Double.parseDouble(found.group(3)),
                        Double.parseDouble(found.group(2))));
                }
            }
        } else {
            var at = SAID.getOrDefault("at", "50.9762,1.8888").split(",");
            for (var id : SAID.getOrDefault("ids", "CAL-RAD-001").split(",")) {
                sensors.add(new Sensor(id, Double.parseDouble(at[0]), Double.parseDouble(at[1])));
            }
        }
        return sensors;
    }

    /// One edge node: a socket, its objects walking about within some hundred metres, a scan whenever it is time.
    private static final class Node {

        private final Sensor sensor;
        private final Duration ahead;
        private final long end;
        private final long gap;
        private final SplittableRandom random;
        private final String id;
        private final String[] objects = new String[number("scan", 10)];
        private final double[] lats = new double[objects.length];
        private final double[] lons = new double[objects.length];
        private long next;

        Node(Sensor sensor, Duration ahead, long first, long end, long gap, int number) {
            this.sensor = sensor;
            this.ahead = ahead;
            this.next = first;
            this.end = end;
            this.gap = gap;
            this.random = new SplittableRandom(System.nanoTime() + number);
            this.id = UUID.nameUUIDFromBytes(("load/" + sensor.id()).getBytes(StandardCharsets.UTF_8)).toString();
            for (int i = 0; i < objects.length; i++) {
                objects[i] = ulid();
                lats[i] = sensor.lat() + (random.nextDouble() - 0.5) * 0.004;
                lons[i] = sensor.lon() + (random.nextDouble() - 0.5) * 0.006;
            }
        }

        void run() {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), number("port", 5020))) {
                socket.setTcpNoDelay(true);
                var out = socket.getOutputStream();
                var listener = Thread.ofPlatform().daemon().start(() -> listen(socket));
                write(out, framed(message(4, registration())));
                long heartbeat = System.nanoTime();
                while (next < end) {
                    waitFor(next);
                    BEHIND.accumulateAndGet(System.nanoTime() - next, Math::max);
                    if (System.nanoTime() - heartbeat >= 0) {
                        write(out, framed(message(6, status())));
                        heartbeat += number("status", 10) * 1_000_000_000L;
                    }
                    write(out, scan());
                    SCANS.incrementAndGet();
                    DETECTIONS.addAndGet(objects.length);
                    next += gap;
                }
                socket.shutdownOutput();
                listener.join(10_000);
            } catch (IOException gone) {
                BROKEN.incrementAndGet();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private static void waitFor(long time) {
            for (long now = System.nanoTime(); now < time; now = System.nanoTime()) {
                LockSupport.parkNanos(time - now);
            }
        }

        private static void write(OutputStream out, byte[] bytes) throws IOException {
            out.write(bytes);
            BYTES.addAndGet(bytes.length);
        }

        private byte[] scan() {
            var now = Instant.now().plus(ahead);
            var all = new ByteArrayOutputStream();
            for (int i = 0; i < objects.length; i++) {
                lats[i] += (random.nextDouble() - 0.5) * 2e-5;
                lons[i] += (random.nextDouble() - 0.5) * 3e-5;
                all.writeBytes(framed(message(7, detection(objects[i], lats[i], lons[i]), now)));
            }
            return all.toByteArray();
        }

        private byte[] message(int content, Bytes said) {
            return message(content, said, Instant.now().plus(ahead));
        }

        private byte[] message(int content, Bytes said, Instant at) {
            return new Bytes().part(1, new Bytes().count(1, at.getEpochSecond()).count(2, at.getNano())).text(2, id)
                .part(content, said).bytes();
        }

        private Bytes registration() {
            var second = new Bytes().count(1, 4).real(3, 1);
            var area = new Bytes().count(1, 1).count(3, 1);
            var task = new Bytes().count(1, 1).part(2, new Bytes().count(1, 1).part(3, area));
            return new Bytes().part(1, new Bytes().count(1, 2)).text(2, "BSI Flex 335 v2.0").text(3, sensor.id())
                .text(4, sensor.id()).part(5, new Bytes().text(1, "load").text(2, "detections"))
                .part(6, new Bytes().part(1, new Bytes().count(1, 4).real(3, number("status", 10))))
                .part(7, new Bytes().text(1, "Default").count(2, 3).part(4, second).part(11, task))
                .part(10, new Bytes().text(1, "Entente").text(2, "SapientLoad"));
        }

        private Bytes status() {
            return new Bytes().text(1, ulid()).count(2, 1).count(3, 1).text(5, "Default");
        }

        private Bytes detection(String object, double lat, double lon) {
            return new Bytes().text(1, ulid()).text(2, object)
                .part(6, new Bytes().number(1, lon).number(2, lat).number(4, 4e-5).number(5, 4e-5).count(7, 1)
                    .count(8, 1))
                .real(7, 0.9f).part(11, new Bytes().text(1, "Human").real(2, 0.8f));
        }

        private String ulid() {
            var text = new StringBuilder("0");
            for (int i = 0; i < 25; i++) {
                text.append(BASE32.charAt(random.nextInt(32)));
            }
            return text.toString();
        }

        private static void listen(Socket socket) {
            try {
                var in = new DataInputStream(socket.getInputStream());
                while (true) {
                    var message = new byte[Integer.reverseBytes(in.readInt())];
                    in.readFully(message);
                    switch (content(message)) {
                        case 5 -> {
                            boolean accepted = message[message.length - 1] == 1 && message[message.length - 2] == 8;
                            (accepted ? REGISTERED : REFUSED).incrementAndGet();
                        }
                        case 12 -> ERRORS.incrementAndGet();
                        default -> {
                        }
                    }
                }
            } catch (IOException ended) {
                return;
            }
        }

        /// The number of the first field from 4 to 12, which is what a SapientMessage says.
        private static int content(byte[] message) {
            int at = 0;
            while (at < message.length) {
                int field = (message[at++] & 0xff) >>> 3;
                if (field >= 4 && field <= 12) {
                    return field;
                }
                int length = 0;
                for (int shift = 0;; shift += 7) {
                    length |= (message[at] & 0x7f) << shift;
                    if (message[at++] >= 0) {
                        break;
                    }
                }
                at += length;
            }
            return 0;
        }
    }

    private static byte[] framed(byte[] message) {
        var framed = new byte[4 + message.length];
        for (int i = 0; i < 4; i++) {
            framed[i] = (byte) (message.length >>> 8 * i);
        }
        System.arraycopy(message, 0, framed, 4, message.length);
        return framed;
    }

    /// Protobuf by hand, as much as is needed here.
    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes count(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Bytes number(int field, double value) {
            varint((long) field << 3 | 1);
            fixed(Double.doubleToRawLongBits(value), 8);
            return this;
        }

        Bytes real(int field, float value) {
            varint((long) field << 3 | 5);
            fixed(Float.floatToRawIntBits(value), 4);
            return this;
        }

        Bytes text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Bytes part(int field, Bytes value) {
            return raw(field, value.bytes());
        }

        private Bytes raw(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void fixed(long bits, int bytes) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (bits >>> 8 * i));
            }
        }

        private void varint(long value) {
            long left = value;
            while ((left & ~0x7fL) != 0) {
                out.write((int) left & 0x7f | 0x80);
                left >>>= 7;
            }
            out.write((int) left);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
