package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The official cases of the standard's test harness (SOURCES beside them).
final class SapientCases {

    static final SapientIcd ICD = new SapientIcd();

    /// @param name begins with `True` or `False`
    record Case(String name, String json) {

        boolean sound() {
            return name.startsWith("True_");
        }

        DynamicMessage message() throws InvalidProtocolBufferException {
            return SapientCases.message(json);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SapientCases() {}

    static DynamicMessage message(String json) throws InvalidProtocolBufferException {
        var builder = DynamicMessage.newBuilder(ICD.message());
        JsonFormat.parser().merge(json, builder);
        return builder.build();
    }

    static List<Case> all() {
        try (var in = SapientCases.class.getResourceAsStream("/sapient/cases.jsonl")) {
            return new String(in.readAllBytes(), UTF_8).lines().map(JsonMapper.shared()::readTree)
                .map(line -> new Case(line.get("case").asString(), line.get("message").toString())).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Case named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
