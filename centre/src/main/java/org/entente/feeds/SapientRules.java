package org.entente.feeds;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.kernel.Text;

/// Whether a message keeps the rules of BSI Flex 335 v2.0: those its .proto files state as options, and those only
/// the words state.
///
/// Every field of every message is looked at, however deep. Safe from any thread.
final class SapientRules {

    private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int MOST_FAULTS = 8;

    /// How many tasks at a time is what a fusion node must know before it tasks; an Error without a message says
    /// nothing.
    private static final Set<String> ALSO_MANDATORY = Set.of("Registration.TaskDefinition.concurrent_tasks",
        "Error.error_message");
    /// The object to follow is named as its DetectionReport names it, by ULID; nodes are named by UUID everywhere.
    private static final Set<String> ALSO_ULID = Set.of("FollowObject.follow_object_id");
    private static final Set<String> ALSO_UUID = Set.of("Registration.dependent_nodes");
    /// "(0-1)" stands in the comment of each.
    private static final Set<String> PROPORTIONS = Set.of("DetectionReport.detection_confidence",
        "DetectionReport.DetectionReportClassification.confidence", "DetectionReport.SubClass.confidence",
        "DetectionReport.Behaviour.confidence", "Alert.confidence", "Alert.ranking");
    private static final String ICD_VERSION = "Registration.icd_version";
    private static final String TIMESTAMP = "google.protobuf.Timestamp";

    /// The rules by name, with what is said of a field that breaks one.
    enum Rule {
        MANDATORY("mandatory", "must be there", "doit être présent"),
        ULID("ulid", "must be a ULID", "doit être un ULID"),
        UUID("uuid", "must be a UUID", "doit être un UUID"),
        WORD("word", "is a word the standard does not have", "est un mot que la norme ne connaît pas"),
        NUMBER("number", "must be a finite number", "doit être un nombre fini"),
        PROPORTION("proportion", "must be from 0 to 1", "doit être compris entre 0 et 1"),
        VERSION("version", "must be \"" + SapientIcd.VERSION + "\"", "doit être « " + SapientIcd.VERSION + " »"),
        TIME("time", "is not a time", "n’est pas une date");

        final String key;
        final Text why;

        Rule(String key, String english, String french) {
            this.key = key;
            this.why = new Text(english, french);
        }
    }

    private record Check(FieldDescriptor field, boolean mandatory, boolean ulid, boolean uuid, boolean proportion) {}

    private record Type(List<Check> checks, List<OneofDescriptor> oneofs) {}

    private final SapientIcd icd;
    private final Map<Descriptor, Type> types = new HashMap<>();

    SapientRules(SapientIcd icd) {
        this.icd = icd;
        learn(icd.message());
    }

    private void learn(Descriptor type) {
        if (types.containsKey(type)) {
            return;
        }
        types.put(type, new Type(type.getFields().stream().map(this::check).toList(),
            type.getRealOneofs().stream().filter(oneof -> icd.says(oneof, "is_mandatory")).toList()));
        type.getFields().stream().filter(field -> field.getJavaType() == JavaType.MESSAGE)
            .forEach(field -> learn(field.getMessageType()));
    }

    private Check check(FieldDescriptor field) {
        var name = SapientIcd.plain(field.getFullName());
        return new Check(field, icd.says(field, "is_mandatory") || ALSO_MANDATORY.contains(name),
            icd.says(field, "is_ulid") || ALSO_ULID.contains(name),
            icd.says(field, "is_uuid") || ALSO_UUID.contains(name), PROPORTIONS.contains(name));
    }

    /// What is wrong with a message, the first eight; empty when it is sound.
    List<SapientFault> check(Message message) {
        var faults = new ArrayList<SapientFault>();
        walk("", message, faults);
        return List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }

    private void walk(String path, Message message, List<SapientFault> faults) {
        var type = types.get(message.getDescriptorForType());
        for (var check : type.checks()) {
            if (faults.size() >= MOST_FAULTS) {
                return;
            }
            look(path, message, check, faults);
        }
        for (var oneof : type.oneofs()) {
            if (!message.hasOneof(oneof)) {
                faults.add(fault(path + oneof.getName(), Rule.MANDATORY));
            }
        }
        if (message.getDescriptorForType().getFullName().equals(TIMESTAMP) && !isTime(message)) {
            faults.add(fault(path.isEmpty() ? path : path.substring(0, path.length() - 1), Rule.TIME));
        }
    }

    private void look(String path, Message message, Check check, List<SapientFault> faults) {
        var field = check.field();
        if (field.isRepeated()) {
            int count = message.getRepeatedFieldCount(field);
            if (count == 0 && check.mandatory()) {
                faults.add(fault(path + field.getName(), Rule.MANDATORY));
            }
            for (int i = 0; i < count && faults.size() < MOST_FAULTS; i++) {
                value(path + field.getName() + "[" + i + "]", message.getRepeatedField(field, i), check, faults);
            }
        } else if (message.hasField(field)) {
            value(path + field.getName(), message.getField(field), check, faults);
        } else if (check.mandatory()) {
            faults.add(fault(path + field.getName(), Rule.MANDATORY));
        }
    }

    private void value(String path, Object value, Check check, List<SapientFault> faults) {
        switch (check.field().getJavaType()) {
            case STRING -> text(path, (String) value, check, faults);
            case ENUM -> word(path, (EnumValueDescriptor) value, check, faults);
            case DOUBLE, FLOAT -> number(path, ((Number) value).doubleValue(), check, faults);
            case INT, LONG, BOOLEAN, BYTE_STRING -> {
            }
            case MESSAGE -> walk(path + ".", (Message) value, faults);
        }
    }

    private static void text(String path, String value, Check check, List<SapientFault> faults) {
        if (check.mandatory() && value.isBlank()) {
            faults.add(fault(path, Rule.MANDATORY));
        } else if (check.ulid() && !ulid(value)) {
            faults.add(fault(path, Rule.ULID));
        } else if (check.uuid() && !UUID.matcher(value).matches()) {
            faults.add(fault(path, Rule.UUID));
        } else if (SapientIcd.plain(check.field().getFullName()).equals(ICD_VERSION)
            && !value.equals(SapientIcd.VERSION)) {
            faults.add(fault(path, Rule.VERSION));
        }
    }

    /// 26 letters and digits of Crockford's base 32, either case, 128 bits: by hand, it is asked of every report twice.
    private static boolean ulid(String value) {
        return value.length() == 26 && value.charAt(0) >= '0' && value.charAt(0) <= '7'
            && value.chars().allMatch(c -> BASE32.indexOf(c >= 'a' && c <= 'z' ? c - 32 : c) >= 0);
    }

    private static void word(String path, EnumValueDescriptor value, Check check, List<SapientFault> faults) {
        if (check.field().getEnumType().findValueByNumber(value.getNumber()) == null) {
            faults.add(fault(path, Rule.WORD));
        } else if (check.mandatory() && value.getNumber() == 0) { // …_UNSPECIFIED: nothing was said
            faults.add(fault(path, Rule.MANDATORY));
        }
    }

    private static void number(String path, double value, Check check, List<SapientFault> faults) {
        if (!Double.isFinite(value)) {
            faults.add(fault(path, Rule.NUMBER));
        } else if (check.proportion() && (value < 0 || value > 1)) {
            faults.add(fault(path, Rule.PROPORTION));
        }
    }

    /// From the year 1 to the year 9999, as protobuf has it.
    private static boolean isTime(Message timestamp) {
        var fields = new SapientFields(timestamp);
        long seconds = fields.whole("seconds");
        long nanos = fields.whole("nanos");
        return seconds >= -62_135_596_800L && seconds <= 253_402_300_799L && nanos >= 0 && nanos < 1_000_000_000;
    }

    private static SapientFault fault(String path, Rule rule) {
        return new SapientFault(path.isEmpty() ? "message" : path, rule.key, rule.why);
    }
}
