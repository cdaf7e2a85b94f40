package org.entente.web;

import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// The HTTP server: Tomcat on virtual threads, the controllers, the SensorThings servlet and the console's files.
public final class WebEdge implements AutoCloseable {

    /// Where and how to listen.
    ///
    /// @param httpsPort 0 for none; then the three PEM files are not read
    public record Listening(String bind, int httpPort, int httpsPort, String certificate, String key, String clients) {}

    private final ConfigurableApplicationContext context;
    private final Live live;

    private WebEdge(ConfigurableApplicationContext context, Live live) {
        this.context = context;
        this.live = live;
    }

    /// Starts listening; returns when requests are answered.
    public static WebEdge start(Rooms rooms, Listening listening) {
        var application = new SpringApplicationBuilder(Edge.class).web(WebApplicationType.SERVLET)
            .registerShutdownHook(false)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF).logStartupInfo(false)
            .properties(properties(listening))
            .initializers(context -> {
                var beans = (GenericApplicationContext) context;
                beans.registerBean(Rooms.class, () -> rooms);
                beans.registerBean(Listening.class, () -> listening);
            }).build();
        application.setAddCommandLineProperties(false);
        return new WebEdge(run(application), rooms.live());
    }

    private static ConfigurableApplicationContext run(SpringApplication application) {
        return application.run();
    }

    private static Map<String, Object> properties(Listening listening) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.address", listening.bind());
        properties.put("server.port", listening.httpPort());
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("server.tomcat.accept-count", 4096); // with the default, 1,000 consoles took seconds to connect
        properties.put("server.tomcat.max-connections", 10_000);
        properties.put("server.tomcat.keep-alive-timeout", "60s");
        properties.put("server.tomcat.max-keep-alive-requests", -1);
        properties.put("server.shutdown", "immediate");
        properties.put("server.servlet.session.cookie.same-site", "strict");
        properties.put("server.servlet.session.cookie.http-only", true);
        properties.put("server.servlet.session.cookie.name", "ENTENTE");
        properties.put("server.servlet.session.timeout", "12h");
        properties.put("server.compression.enabled", true);
        properties.put("server.compression.mime-types",
            "application/json,text/html,text/css,text/javascript,application/geo+json,application/javascript");
        properties.put("spring.web.resources.static-locations", "classpath:/console/");
        properties.put("spring.web.resources.add-mappings", true);
        properties.put("spring.main.lazy-initialization", false);
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.entente", "INFO");
        properties.put("spring.autoconfigure.exclude",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");
        return properties;
    }

    /// The port that HTTP listens on, for a start with port 0.
    public int port() {
        return ((org.springframework.boot.web.server.context.WebServerApplicationContext) context).getWebServer()
            .getPort();
    }

    @Override
    public void close() {
        live.close(); // open streams would hold the shutdown
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Doors.class, Files.class, Connectors.class, DoorController.class, PictureController.class,
            OperationsController.class, AlarmsController.class, FusedController.class,
            RecordController.class, ReportsController.class, ProtectionController.class, Faults.class})
    static class Edge {

        @Bean
        ServletRegistrationBean<HttpServlet> sensorThings(Rooms rooms) {
            var registration = new ServletRegistrationBean<>(rooms.sensorThings(), "/sensorthings/v1.1/*");
            registration.setLoadOnStartup(1);
            return registration;
        }
    }
}
