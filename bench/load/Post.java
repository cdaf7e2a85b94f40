import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The cheapest client that will do, so that it takes little of the processors it shares with the centre: one kept connection,
/// one POST after the other. Not for several threads.
final class Post implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String head;

    /// @param token of a feed
    Post(URI centre, String path, String token) throws IOException {
        socket = new Socket(centre.getHost(), centre.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        head = "POST " + path + " HTTP/1.1\r\nHost: " + centre.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /// Sends a JSON body; returns the status.
    int send(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        socket.getOutputStream().write(all);
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var small = header.toLowerCase(Locale.ROOT);
            length = small.startsWith("content-length:") ? Long.parseLong(small.substring(15).strip()) : length;
            chunked |= small.startsWith("transfer-encoding:") && small.contains("chunked");
        }
        in.skipNBytes(length);
        while (chunked) {
            long size = Long.parseLong(line().strip(), 16);
            in.skipNBytes(size + 2);
            chunked = size > 0;
        }
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the centre closed the connection");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    @Override public void close() throws IOException {
        socket.close();
    }
}
