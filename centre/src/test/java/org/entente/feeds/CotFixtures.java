package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Real events of other people's software (SOURCES beside them), and small ones of our own.
final class CotFixtures {

    static final long NOW = 1_795_000_000_000L;

    private CotFixtures() {}

    /// File name to content, in order of name.
    static TreeMap<String, String> corpus() {
        try (Stream<Path> files = Files
            .list(Path.of(CotFixtures.class.getResource("/cot/SOURCES").toURI()).getParent())) {
            TreeMap<String, String> all = new TreeMap<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                all.put(file.getFileName().toString(), Files.readString(file).strip());
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String event(String uid, String type, long time, double lat, double lon, String detail) {
        return "<event version=\"2.0\" uid=\"" + uid + "\" type=\"" + type + "\" how=\"m-g\" time=\""
            + CotText.time(time) + "\" start=\"" + CotText.time(time)
            + "\" stale=\"" + CotText.time(time + 300_000) + "\"><point lat=\"" + lat + "\" lon=\"" + lon
            + "\" hae=\"0\" ce=\"9\" le=\"9\"/><detail>" + detail
            + "</detail></event>";
    }

    static CotMessage message(String xml) {
        try {
            byte[] bytes = xml.getBytes(UTF_8);
            return CotMessage.fromXml(bytes, 0, bytes.length);
        } catch (CotMalformed e) {
            throw new AssertionError(xml, e);
        }
    }
}
