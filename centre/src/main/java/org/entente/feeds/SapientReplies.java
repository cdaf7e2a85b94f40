package org.entente.feeds;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kernel.Text;

/// What the fusion node says: acknowledgements and errors, in the bytes of one message. Safe from any thread.
final class SapientReplies {

    private final SapientIcd icd;
    private final InstantSource clock;
    private final String self;

    /// @param self the UUID of this fusion node
    SapientReplies(SapientIcd icd, InstantSource clock, String self) {
        this.icd = icd;
        this.clock = clock;
        this.self = self;
    }

    byte[] registered(String node) {
        return answer(node, "registration_ack", builder("RegistrationAck", "acceptance", true));
    }

    byte[] notRegistered(String node, Text why) {
        return answer(node, "registration_ack",
            all(builder("RegistrationAck", "acceptance", false), "ack_response_reason", both(why)));
    }

    /// @param why empty: the alert is kept
    byte[] alertAnswered(String node, String alert, Optional<Text> why) {
        var ack = builder("AlertAck", "alert_id", alert);
        var status = ack.getDescriptorForType().findFieldByName("alert_ack_status");
        ack.setField(status, status.getEnumType()
            .findValueByName(why.isEmpty() ? "ALERT_ACK_STATUS_ACCEPTED" : "ALERT_ACK_STATUS_REJECTED"));
        return answer(node, "alert_ack", all(ack, "reason", why.map(SapientReplies::both).orElse(List.of())));
    }

    /// @param node the UUID of whom it is for, empty when that is not known
    /// @param packet what was wrong, as it came
    byte[] error(String node, byte[] packet, List<SapientFault> faults) {
        var error = builder("Error", "packet", ByteString.copyFrom(packet.length == 0 ? new byte[4] : packet));
        return answer(node, "error", all(error, "error_message", faults.stream().map(SapientFault::line).toList()));
    }

    private static List<String> both(Text text) {
        return Stream.of(text.english(), text.french()).toList();
    }

    private DynamicMessage.Builder builder(String type, String field, Object value) {
        var descriptor = icd.find(type);
        return DynamicMessage.newBuilder(descriptor).setField(descriptor.findFieldByName(field), value);
    }

    private static DynamicMessage.Builder all(DynamicMessage.Builder builder, String field, List<String> values) {
        values.forEach(
            value -> builder.addRepeatedField(builder.getDescriptorForType().findFieldByName(field), value));
        return builder;
    }

    private byte[] answer(String node, String content, DynamicMessage.Builder said) {
        var type = icd.message();
        var answer = DynamicMessage.newBuilder(type).setField(type.findFieldByName("timestamp"), now(type))
            .setField(type.findFieldByName("node_id"), self).setField(type.findFieldByName(content), said.build());
        if (!node.isEmpty()) {
            answer.setField(type.findFieldByName("destination_id"), node);
        }
        return answer.build().toByteArray();
    }

    private Message now(Descriptor type) {
        Instant now = clock.instant();
        var timestamp = type.findFieldByName("timestamp").getMessageType();
        return DynamicMessage.newBuilder(timestamp)
            .setField(timestamp.findFieldByName("seconds"), now.getEpochSecond())
            .setField(timestamp.findFieldByName("nanos"), now.getNano()).build();
    }
}
