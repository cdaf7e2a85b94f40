package org.entente.feeds;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/// Who may connect to the broker and what for: a feed token opens it; clients listen to Observations and to their own
/// errors. Nobody publishes into the broker, last wills included: [MqttDoor] takes what is published before it.
final class MqttGuard implements ActiveMQSecurityManager5 {

    private final MqttBroker.TokenCheck tokens;

    MqttGuard(MqttBroker.TokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public Subject authenticate(String user, String password, RemotingConnection connection, String domain) {
        return validateUser(user, password)
            ? new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of())
            : null; // the face's word for "refused"
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject != null && switch (check) {
            case CONSUME, CREATE_ADDRESS, DELETE_ADDRESS, CREATE_DURABLE_QUEUE, DELETE_DURABLE_QUEUE,
                CREATE_NON_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE -> listens(address);
            case SEND, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }

    /// Addresses are topics with dots for slashes; what a broker keeps for itself is not for clients.
    private static boolean listens(String address) {
        var plain = address.replace("\\", "");
        return plain.startsWith("v1.1.") || plain.startsWith("entente.errors.")
            || plain.contains("::") && listens(plain.substring(0, plain.indexOf("::")));
    }

    @Override
    public boolean validateUser(String user, String password) {
        return user != null && password != null && tokens.allows(user, password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
