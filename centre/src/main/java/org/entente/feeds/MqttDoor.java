package org.entente.feeds;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.entente.picture.Intake.Kept;

/// What a client publishes, taken on its connection before the broker: kept in the store, then acknowledged.
///
/// PUBACK (QoS 1) and PUBREC (QoS 2) go out after the commit, in the order of arrival; sent again after a lost
/// acknowledgement, the store knows it. A message that is not sound is acknowledged (MQTT 5: with a reason code), or the
/// client would send it for ever, and the error topic says why. When nothing can be kept the connection is closed
/// unacknowledged, and the client sends again. Netty calls on the event loop; one virtual thread per client keeps.
final class MqttDoor extends ChannelDuplexHandler {

    static final int PACKET_BYTES = 64 * 1024;
    private static final int HIGH = 1_000;
    private static final int LOW = 200;
    private static final long ALIVE_NANOS = 1_000_000_000L;
    private static final byte TOPIC_INVALID = (byte) 0x90;
    private static final byte PAYLOAD_INVALID = (byte) 0x99;
    private static final Pattern TOPIC = Pattern.compile("v1\\.1/(?:Datastreams\\((\\d{1,18})\\)/)?Observations");

    private record Published(int packet, MqttQoS qos, String topic, byte[] payload) {}

    /// One published message on its way; a refusal is known at once, the rest with the future.
    private record Underway(Published published, CompletableFuture<Kept> kept, Optional<SensorThingsRefused> refusal) {}

    private final MqttBroker broker;
    private final boolean five;
    private final Supplier<String> client;
    private final BlockingQueue<Published> inbox = new LinkedBlockingQueue<>();
    private final List<MqttPublishMessage> early = new ArrayList<>();
    private Optional<Thread> keeper = Optional.empty();
    private boolean pinging;
    private long alive = System.nanoTime();

    MqttDoor(MqttBroker broker, boolean five, Supplier<String> client) {
        this.broker = broker;
        this.five = five;
        this.client = client;
    }

    /// Stands between decoder and broker from now on, with a decoder that refuses large packets.
    static void install(Channel channel, MqttDoor door) {
        var pipeline = channel.pipeline();
        pipeline.addBefore(pipeline.context(MQTTProtocolHandler.class).name(), "door", door);
        channel.eventLoop().execute(() -> {
            if (pipeline.get(MqttDecoder.class) != null) {
                pipeline.replace(MqttDecoder.class, "decoder", new MqttDecoder(PACKET_BYTES));
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof MqttPublishMessage publish && publish.decoderResult().isSuccess()) {
            if (keeper.isPresent()) {
                take(context, publish);
            } else if (early.size() < HIGH) {
                early.add(publish); // until the broker has admitted the client
            } else {
                publish.release();
                context.close();
            }
        } else if (message instanceof MqttMessage other && other.decoderResult().isSuccess()
            && other.fixedHeader().messageType() == MqttMessageType.PUBREL) {
            int packet = ((MqttMessageIdVariableHeader) other.variableHeader()).messageId();
            context.writeAndFlush(reply(MqttMessageType.PUBCOMP, packet, (byte) 0));
        } else {
            if (message instanceof MqttMessage broken && broken.decoderResult().isFailure()) {
                broker.things().metrics().malformed("mqtt");
                broker.published(false);
            }
            context.fireChannelRead(message);
        }
    }

    private void take(ChannelHandlerContext context, MqttPublishMessage publish) {
        inbox.add(new Published(publish.variableHeader().packetId(), publish.fixedHeader().qosLevel(),
            publish.variableHeader().topicName(), ByteBufUtil.getBytes(publish.payload())));
        publish.release();
        if (inbox.size() > HIGH) {
            context.channel().config().setAutoRead(false);
        }
        if (System.nanoTime() - alive > ALIVE_NANOS) { // the broker does not see what we take: let it know the client lives
            alive = System.nanoTime();
            pinging = true;
            context.fireChannelRead(MqttMessage.PINGREQ);
            pinging = false;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (pinging && message instanceof MqttMessage pong
            && pong.fixedHeader().messageType() == MqttMessageType.PINGRESP) {
            ReferenceCountUtil.release(message);
            promise.setSuccess();
            return;
        }
        super.write(context, message, promise);
        if (message instanceof MqttConnAckMessage answer
            && answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            context.channel().eventLoop().execute(() -> open(context));
        }
    }

    private void open(ChannelHandlerContext context) {
        if (keeper.isEmpty() && context.channel().isActive()) {
            keeper = Optional.of(Thread.ofVirtual().name("mqtt-keeper").start(() -> keep(context)));
            early.forEach(publish -> take(context, publish));
            early.clear();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        early.forEach(ReferenceCountUtil::release);
        early.clear();
        keeper.ifPresent(Thread::interrupt);
        context.fireChannelInactive();
    }

    /// Takes what waits, begins all of it, acknowledges in order.
    private void keep(ChannelHandlerContext context) {
        try {
            while (true) {
                var waiting = new ArrayList<Published>();
                waiting.add(inbox.take());
                inbox.drainTo(waiting, HIGH);
                if (inbox.size() < LOW && !context.channel().config().isAutoRead()) {
                    context.channel().config().setAutoRead(true);
                }
                for (var underway : waiting.stream().map(this::begin).toList()) {
                    acknowledge(context, underway);
                }
                context.flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the client is gone
        } catch (ExecutionException | TimeoutException _) {
            context.close(); // not kept, or not known yet: unacknowledged, so it comes again
        }
    }

    private Underway begin(Published published) {
        try {
            var topic = TOPIC.matcher(published.topic());
            if (!topic.matches()) {
                throw MqttBroker.noSuchTopic(published.topic());
            }
            var kept = broker.things().publish(topic.group(1) == null ? 0 : Long.parseLong(topic.group(1)),
                published.payload());
            return new Underway(published, kept, Optional.empty());
        } catch (SensorThingsRefused refused) {
            if (refused.retryAfterSeconds > 0) {
                return new Underway(published, CompletableFuture.failedFuture(refused), Optional.empty());
            }
            return new Underway(published, new CompletableFuture<>(), Optional.of(refused));
        }
    }

    private void acknowledge(ChannelHandlerContext context, Underway underway)
        throws InterruptedException, ExecutionException, TimeoutException {
        byte reason = 0;
        if (underway.refusal().isPresent()) {
            var refusal = underway.refusal().get();
            reason = refusal.reason.equals("topic") ? TOPIC_INVALID : PAYLOAD_INVALID;
            broker.things().metrics().malformed(refusal.reason);
            broker.tell(client.get(), refusal);
        } else {
            underway.kept().get(broker.things().limits().patience().toMillis(), TimeUnit.MILLISECONDS);
        }
        broker.published(underway.refusal().isEmpty());
        if (underway.published().qos() != MqttQoS.AT_MOST_ONCE) {
            context.write(reply(
                underway.published().qos() == MqttQoS.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC,
                underway.published().packet(), reason));
        }
    }

    private MqttMessage reply(MqttMessageType type, int packet, byte reason) {
        var header = new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 2);
        return new MqttMessage(header,
            five
                ? new MqttPubReplyMessageVariableHeader(packet, reason, MqttProperties.NO_PROPERTIES)
                : MqttMessageIdVariableHeader.from(packet));
    }
}
