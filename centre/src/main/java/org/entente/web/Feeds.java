package org.entente.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.entente.access.Role;
import org.entente.access.Session;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;

/// The machines that may bring observations: by a bearer token, or by a client certificate that the connector has verified.
public final class Feeds {

    private final byte[] token;

    /// @param token what a feed must show; at least 20 characters
    public Feeds(String token) {
        if (token.length() < 20) {
            throw new IllegalArgumentException("a feed token has at least 20 characters");
        }
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /// The feed that shows this token. Takes the same time whatever is shown.
    public Optional<Session> byToken(String shown) {
        return MessageDigest.isEqual(token, shown.getBytes(StandardCharsets.UTF_8))
            ? Optional.of(feed("token"))
            : Optional.empty();
    }

    Optional<Session> byCertificate(X509Certificate verified) {
        var name = verified.getSubjectX500Principal().getName().replaceAll("[^A-Za-z0-9._-]", "_");
        return Optional.of(feed(name.substring(0, Math.min(80, name.length()))));
    }

    private static Session feed(String name) {
        return new Session(new OfficerId("feed:" + name), new DeskId("FEED"), new AgencyId("CENTRE"), "XX", Role.FEED,
            Purpose.FEED, Classification.OFFICIAL, List.of());
    }
}
