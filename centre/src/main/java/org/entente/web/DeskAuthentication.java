package org.entente.web;

import java.util.List;
import org.entente.access.Session;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// An officer at a desk, or a feed, as the web framework carries them.
final class DeskAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Session session;

    DeskAuthentication(Session session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    Session session() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.officer().text();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeskAuthentication that && that.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
