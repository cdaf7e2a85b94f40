package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The descriptor set says what the .proto files beside it say: every field, number, type, word and rule.
class SP02_TheDescriptorsTest {

    private static final Path PROTO = Path.of("src/main/resources/sapient/sapient_msg/bsi_flex_335_v2_0");
    private static final Pattern WORDS = Pattern.compile(
        "(?:message|enum|oneof)\\s+(?<open>\\w+)\\s*\\{"
            + "|option\\s*\\(oneof_options\\)\\s*=\\s*\\{(?<oneof>[^}]*)\\}\\s*;"
            + "|(?<skip>(?:reserved|option|import)\\b[^;]*;)"
            + "|(?:(?<label>optional|repeated)\\s+)?"
            + "(?<type>[\\w.]+)\\s+(?<name>\\w+)\\s*=\\s*(?<number>\\d+)\\s*"
            + "(?:\\[\\(field_options\\)\\s*=\\s*\\{(?<rules>[^}]*)\\}\\s*\\])?\\s*;"
            + "|(?<word>\\w+)\\s*=\\s*(?<value>\\d+)\\s*;|(?<close>\\})");

    @Test
    void every_field_and_word_of_the_proto_files_is_there_and_no_other() throws IOException {
        var written = new TreeSet<String>();
        try (var files = Files.list(PROTO)) {
            for (var file : files.sorted().toList()) {
                written.addAll(lines(Files.readString(file, UTF_8)));
            }
        }
        var read = new TreeSet<String>();
        SapientCases.ICD.files().forEach(file -> {
            file.getMessageTypes().forEach(type -> describe(type, read));
            file.getEnumTypes().forEach(words -> describe(words, read));
        });
        assertThat(read).hasSizeGreaterThan(300);
        assertThat(written).containsAll(read);
        assertThat(read).containsAll(written);
    }

    /// A line for each field, word and mandatory oneof of a .proto file.
    private static List<String> lines(String proto) {
        var lines = new ArrayList<String>();
        Deque<String> open = new ArrayDeque<>();
        Deque<String> kinds = new ArrayDeque<>();
        var words = WORDS.matcher(proto.replaceAll("//[^\n]*", ""));
        while (words.find()) {
            if (words.group("open") != null) {
                var kind = words.group().split("\\s+")[0];
                kinds.push(kind);
                open.push(kind.equals("oneof") ? "" : words.group("open"));
                if (kind.equals("oneof")) {
                    lines.add(path(open) + " oneof " + words.group("open"));
                }
            } else if (words.group("close") != null) {
                open.pop();
                kinds.pop();
            } else if (words.group("oneof") != null) {
                lines.add(lines.removeLast() + rules(words.group("oneof")));
            } else if (words.group("word") != null) {
                lines.add(path(open) + " " + words.group("word") + " = " + words.group("value"));
            } else if (words.group("name") != null) {
                lines.add(field(words, path(open)));
            }
        }
        return lines;
    }

    private static String path(Deque<String> open) {
        return String.join(".", new ArrayList<>(open).reversed().stream().filter(name -> !name.isEmpty()).toList());
    }

    private static String field(Matcher words, String path) {
        var type = words.group("type");
        return path + " " + ("repeated".equals(words.group("label")) ? "repeated " : "")
            + type.substring(type.lastIndexOf('.') + 1) + " " + words.group("name") + " = " + words.group("number")
            + rules(words.group("rules") == null ? "" : words.group("rules"));
    }

    private static String rules(String said) {
        var rules = new StringBuilder();
        for (var rule : List.of("is_mandatory", "is_ulid", "is_uuid")) {
            rules.append(Arrays.stream(said.split(",")).anyMatch(one -> one.strip().equals(rule + ": true"))
                ? " " + rule
                : "");
        }
        return rules.toString();
    }

    private static void describe(Descriptor type, TreeSet<String> lines) {
        var path = SapientIcd.plain(type.getFullName());
        for (var field : type.getFields()) {
            var rules = new StringBuilder();
            for (var rule : List.of("is_mandatory", "is_ulid", "is_uuid")) {
                rules.append(SapientCases.ICD.says(field, rule) ? " " + rule : "");
            }
            lines.add(path + " " + (field.isRepeated() ? "repeated " : "") + type(field) + " " + field.getName() + " = "
                + field.getNumber() + rules);
        }
        type.getRealOneofs().forEach(oneof -> lines.add(path + " oneof " + oneof.getName()
            + (SapientCases.ICD.says(oneof, "is_mandatory") ? " is_mandatory" : "")));
        type.getNestedTypes().forEach(inner -> describe(inner, lines));
        type.getEnumTypes().forEach(words -> describe(words, lines));
    }

    private static String type(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case MESSAGE -> field.getMessageType().getName();
            case ENUM -> field.getEnumType().getName();
            case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING -> field.getType().name().toLowerCase();
        };
    }

    private static void describe(EnumDescriptor words, TreeSet<String> lines) {
        var path = SapientIcd.plain(words.getFullName());
        words.getValues().forEach(word -> lines.add(path + " " + word.getName() + " = " + word.getNumber()));
    }
}
