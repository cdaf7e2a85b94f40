package org.entente.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The TLS connector beside the plain one: the same doors, and feeds may come with a client certificate instead of a token.
@Configuration(proxyBeanMethods = false)
class Connectors {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tls(WebEdge.Listening listening) {
        return factory -> {
            if (listening.httpsPort() > 0) {
                factory.addAdditionalConnectors(connector(listening));
            }
        };
    }

    private static KeyStore authorities(String pem) {
        try (var in = Files.newInputStream(Path.of(pem))) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            int number = 0;
            for (var authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, authority);
            }
            return trusted;
        } catch (IOException | GeneralSecurityException fault) {
            throw new IllegalArgumentException("the authorities of client certificates cannot be read from " + pem,
                fault);
        }
    }

    private static Connector connector(WebEdge.Listening listening) {
        var connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(listening.httpsPort());
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", listening.bind());
        connector.setProperty("SSLEnabled", "true");
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        if (!listening.clients().isBlank()) {
            host.setTrustStore(authorities(listening.clients())); // a PEM file alone is only read by the OpenSSL connector
            host.setCertificateVerification("optional");
        }
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateFile(listening.certificate());
        certificate.setCertificateKeyFile(listening.key());
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        return connector;
    }
}
