package org.entente.server;

import java.time.Duration;

/// What the start prints: the doors, and for a demonstration one account for each desk.
final class Greeting {

    private Greeting() {}

    static void print(Centre centre, Duration took) {
        var settings = centre.settings();
        var out = new StringBuilder();
        var host = settings.text("bind").equals("127.0.0.1") ? "localhost" : settings.text("bind");
        out.append("\nEntente is up after ").append(took.toMillis() / 1000.0).append(" s.\n\n");
        line(out, "console", "http://" + host + ":" + centre.httpPort() + "/");
        settings.find("https.port").ifPresent(port -> line(out, "", "https://" + host + ":" + port + "/"));
        line(out, "SensorThings", "http://" + host + ":" + centre.httpPort() + "/sensorthings/v1.1  (bearer token in "
            + settings.path("data").resolve("feed.token") + ")");
        settings.find("https.port")
            .ifPresent(port -> line(out, "",
                "https://" + host + ":" + port + "/sensorthings/v1.1  (or a client certificate, for example of "
                    + settings.path("data").resolve("tak") + ")"));
        line(out, "MQTT", host + ":" + settings.text("mqtt.port"));
        line(out, "CoT", host + ":" + settings.text("cot.port") + " plain, " + settings.text("cot.tls.port")
            + " TLS (certificates in " + settings.path("data").resolve("tak") + ")");
        line(out, "SAPIENT", host + ":" + centre.sapientPort());
        line(out, "log", "http://" + host + ":" + centre.httpPort() + "/log/checkpoint");
        if (!centre.demoAccounts().isEmpty()) {
            out.append("\nOne account for each desk (also in ").append(settings.path("data").resolve("accounts.json"))
                .append("):\n");
            for (var demo : centre.demoAccounts()) {
                out.append("  %-24s %-16s %-13s %s / %s%n".formatted(demo.officer(), demo.password(),
                    demo.desk().role(), demo.desk().name().english(), demo.desk().name().french()));
            }
        }
        System.out.println(out);
        System.out.flush();
    }

    private static void line(StringBuilder out, String name, String door) {
        out.append("  %-13s %s%n".formatted(name, door));
    }
}
