package org.entente.feeds;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads a message by the names the ICD gives its fields; a name it has not is a bug of ours.
record SapientFields(Message message) {

    private FieldDescriptor field(String name) {
        var type = message.getDescriptorForType();
        for (int i = 0; i < type.getFieldCount(); i++) { // nothing is made for it, as finding by name does
            if (type.getField(i).getName().equals(name)) {
                return type.getField(i);
            }
        }
        throw new NoSuchElementException(name);
    }

    boolean has(String name) {
        return message.hasField(field(name));
    }

    /// A text, or the name of an enumeration's value; empty when it is not there.
    String text(String name) {
        var value = message.getField(field(name));
        return value instanceof EnumValueDescriptor word ? word.getName() : (String) value;
    }

    /// A whole number, 0 when it is not there.
    long whole(String name) {
        return ((Number) message.getField(field(name))).longValue();
    }

    OptionalDouble number(String name) {
        return has(name)
            ? OptionalDouble.of(((Number) message.getField(field(name))).doubleValue())
            : OptionalDouble.empty();
    }

    Optional<SapientFields> part(String name) {
        return has(name) ? Optional.of(new SapientFields((Message) message.getField(field(name)))) : Optional.empty();
    }

    List<SapientFields> parts(String name) {
        var field = field(name);
        int count = message.getRepeatedFieldCount(field);
        var parts = new ArrayList<SapientFields>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new SapientFields((Message) message.getRepeatedField(field, i)));
        }
        return parts;
    }

    int count(String name) {
        return message.getRepeatedFieldCount(field(name));
    }

    /// The name of the member of a oneof that is there, empty when none is.
    String chosen(String oneof) {
        return message.getDescriptorForType().getRealOneofs().stream().filter(one -> one.getName().equals(oneof))
            .filter(message::hasOneof).map(one -> message.getOneofFieldDescriptor(one).getName()).findFirst()
            .orElse("");
    }

    /// A `Timestamp`, to the microsecond as the record keeps it.
    Instant time(String name) {
        var timestamp = part(name).orElseThrow();
        return Instant.ofEpochSecond(timestamp.whole("seconds"), timestamp.whole("nanos"))
            .truncatedTo(ChronoUnit.MICROS);
    }
}
