package org.entente.feeds;

import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.entente.kernel.Text;
import org.entente.picture.PictureInput;

/// MQTT 3.1.1 and 5 for SensorThings (18-088 clause 14): publishing makes Observations, subscribing hears of them.
///
/// An embedded Artemis holds sessions and subscriptions; what is published never enters it: [MqttDoor] takes it on the
/// connection, hands it to [SensorThings] and acknowledges after the commit. Decision 0032. Safe from any thread.
///
/// | topic | |
/// |---|---|
/// | `v1.1/Datastreams(<id>)/Observations` | publish to create; subscribe to new ones of one Datastream |
/// | `v1.1/Observations` | publish to create, the Datastream named inside; subscribe to all new ones |
/// | `entente/errors/<client id>` | what was refused and why, JSON as over HTTP |
public final class MqttBroker implements AutoCloseable {

    /// Who may come in. Called for every connection; be quick.
    public interface TokenCheck {
        /// True when the password is a feed token in force, under any user name or under this one.
        boolean allows(String user, String token);
    }

    /// Where it listens and keeps its sessions.
    ///
    /// @param port 0: any free one
    public record Settings(String host, int port, Path dir, int connections) {
        /// The loopback, 2,000 clients.
        public static Settings local(int port, Path dir) {
            return new Settings("127.0.0.1", port, dir, 2_000);
        }
    }

    /// Counts since the start. `unheard`: notices dropped because subscribers could not be served fast enough.
    public record Load(int connections, long published, long refused, long notices, long unheard) {}

    private static final String ACCEPTOR = "mqtt";
    private static final int WAITING = 10_000;
    private static final long MEMORY = 64L << 20;

    private final SensorThings things;
    private final ActiveMQServerImpl server;
    private final BlockingQueue<PictureInput.Observed> notices = new ArrayBlockingQueue<>(WAITING);
    private final Thread crier;
    private final int port;
    private final LongAdder published = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder told = new LongAdder();
    private final LongAdder unheard = new LongAdder();

    /// Starts the broker; when this returns it accepts connections.
    ///
    /// @throws IllegalStateException it did not become active or cannot listen
    public MqttBroker(Settings settings, TokenCheck tokens, SensorThings things) {
        this.things = things;
        this.server = new ActiveMQServerImpl(configuration(settings.dir()), new MqttGuard(tokens));
        try {
            server.start();
            if (!server.waitForActivation(10, TimeUnit.SECONDS) || !server.isActive()) {
                throw new IllegalStateException("the MQTT broker did not become active");
            }
            server.getRemotingService().addIncomingInterceptor((MQTTInterceptor) this::admit);
            var acceptor = server.getRemotingService().createAcceptor(ACCEPTOR,
                "tcp://" + settings.host() + ":" + settings.port()
                    + "?protocols=MQTT;connectionsAllowed=" + settings.connections()
                    + ";useEpoll=false;topicAliasMaximum=0;receiveMaximum=1000;maximumPacketSize="
                    + MqttDoor.PACKET_BYTES);
            acceptor.start();
            this.port = acceptor.getActualPort();
        } catch (Exception fault) { // Artemis declares nothing narrower
            stop();
            throw new IllegalStateException("the MQTT broker cannot be started", fault);
        }
        if (port <= 0) {
            stop();
            throw new IllegalStateException(
                "the MQTT broker does not listen on " + settings.host() + ":" + settings.port());
        }
        this.crier = Thread.ofVirtual().name("mqtt-notices").start(this::cry);
    }

    private static ConfigurationImpl configuration(Path dir) {
        var configuration = new ConfigurationImpl();
        configuration.setName("entente").setPersistenceEnabled(true).setSecurityEnabled(true)
            .setJMXManagementEnabled(false).setMessageCounterEnabled(false)
            .setJournalType(JournalType.NIO).setJournalFileSize(1 << 20).setJournalMinFiles(2).setJournalPoolFiles(2)
            .setMaxDiskUsage(-1)
            .setGlobalMaxSize(MEMORY).setThreadPoolMaxSize(8).setScheduledThreadPoolMaxSize(2)
            .setGracefulShutdownEnabled(false).setCriticalAnalyzer(false)
            .setJournalDirectory(dir.resolve("journal").toString())
            .setBindingsDirectory(dir.resolve("bindings").toString())
            .setLargeMessagesDirectory(dir.resolve("large").toString())
            .setPagingDirectory(dir.resolve("paging").toString());
        configuration.addAddressSetting("#",
            new AddressSettings().setMaxSizeBytes(MEMORY / 8).setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                .setAutoCreateAddresses(true).setAutoDeleteAddresses(true).setAutoCreateQueues(true)
                .setAutoDeleteQueues(true));
        return configuration;
    }

    /// Puts the door into the connection of a client that begins. Runs on the connection's event loop.
    private boolean admit(MqttMessage message, RemotingConnection connection) {
        if (message instanceof MqttConnectMessage connect
            && connection.getTransportConnection() instanceof NettyConnection netty) {
            Channel channel = netty.getNettyChannel();
            if (channel.pipeline().get(MqttDoor.class) == null) {
                MqttDoor.install(channel,
                    new MqttDoor(this, connect.variableHeader().version() >= 5, connection::getClientID));
            }
        }
        return true;
    }

    SensorThings things() {
        return things;
    }

    void published(boolean sound) {
        (sound ? published : refused).increment();
    }

    /// Says on the client's own topic what was wrong.
    void tell(String client, SensorThingsRefused refusal) {
        route("entente/errors/" + client, refusal.json());
    }

    static SensorThingsRefused noSuchTopic(String topic) {
        return new SensorThingsRefused(404, "topic",
            new Text("Nothing can be published on " + topic, "Rien ne peut être publié sur " + topic), 0);
    }

    /// Tells subscribers of new Observations, whatever feed they came from. Returns at once.
    public void observed(List<PictureInput> inputs) {
        if (server.getConnectionCount() == 0) {
            return;
        }
        for (var input : inputs) {
            if (input instanceof PictureInput.Observed observed && !notices.offer(observed)) {
                unheard.increment();
            }
        }
    }

    private void cry() {
        try {
            while (true) {
                var observed = notices.take();
                var body = "{\"@iot.id\":" + observed.seq() + ",\"phenomenonTime\":\"" + observed.phenomenonTime()
                    + "\",\"resultTime\":null,\"result\":" + observed.result()
                    + ",\"Datastream\":{\"@iot.id\":" + observed.datastream() + "}}";
                route("v1.1/Datastreams(" + observed.datastream() + ")/Observations", body);
                route("v1.1/Observations", body);
                told.increment();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Hands a message to whoever subscribed; nobody did: it is gone.
    private void route(String topic, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var message = new CoreMessage(server.getStorageManager().generateID(), bytes.length + 64);
        message.setAddress(SimpleString
            .of(MQTTUtil.getCoreAddressFromMqttTopic(topic, server.getConfiguration().getWildcardConfiguration())));
        message.putIntProperty(MQTTUtil.MQTT_QOS_LEVEL_KEY, 1);
        message.getBodyBuffer().writeBytes(bytes);
        try {
            server.getPostOffice().route(message, false);
        } catch (Exception fault) { // Artemis declares nothing narrower; a notice is not worth more than a count
            unheard.increment();
            System.getLogger(MqttBroker.class.getName()).log(System.Logger.Level.DEBUG, "no notice on " + topic, fault);
        }
    }

    /// The port it listens on.
    public int port() {
        return port;
    }

    /// Counts for the board.
    public Load load() {
        return new Load(server.getConnectionCount(), published.sum(), refused.sum(), told.sum(), unheard.sum());
    }

    @Override
    public void close() {
        crier.interrupt();
        stop();
    }

    private void stop() {
        try {
            if (server.getRemotingService() != null) {
                server.getRemotingService().destroyAcceptor(ACCEPTOR); // clients go before what they need is gone
            }
            server.stop();
        } catch (Exception fault) { // Artemis declares nothing narrower; we end anyway
            System.getLogger(MqttBroker.class.getName()).log(System.Logger.Level.WARNING,
                "the MQTT broker did not stop cleanly", fault);
        }
    }
}
