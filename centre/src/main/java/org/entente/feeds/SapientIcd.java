package org.entente.feeds;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TimestampProto;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The messages of BSI Flex 335 v2.0 and the options its .proto files put on their fields (resources `sapient/`,
/// SOURCES.md there).
///
/// Read from the descriptor set that protoc made of those files; nothing is generated, nothing is compiled. Immutable.
final class SapientIcd {

    /// What a node that speaks this version says in `icd_version`.
    static final String VERSION = "BSI Flex 335 v2.0";

    private static final String PACKAGE = "sapient_msg.bsi_flex_335_v2_0.";
    private static final String OPTIONS = "sapient_msg/proto_options.proto";

    private final Map<String, FileDescriptor> files = new HashMap<>();
    private final FieldDescriptor fieldOptions;
    private final FieldDescriptor oneofOptions;
    private final Descriptor message;

    /// @throws IllegalStateException the resource is not there or not what it should be
    SapientIcd() {
        files.put("google/protobuf/descriptor.proto", DescriptorProtos.getDescriptor());
        files.put("google/protobuf/timestamp.proto", TimestampProto.getDescriptor());
        var known = ExtensionRegistry.newInstance();
        link(read(known), OPTIONS);
        var options = files.get(OPTIONS);
        options.getExtensions().forEach(option -> known.add(option,
            DynamicMessage.getDefaultInstance(option.getMessageType())));
        this.fieldOptions = options.findExtensionByName("field_options");
        this.oneofOptions = options.findExtensionByName("oneof_options");
        var all = read(known); // once more: now the options are known and no longer skipped
        all.keySet().forEach(name -> link(all, name));
        this.message = find("SapientMessage");
    }

    private static Map<String, FileDescriptorProto> read(ExtensionRegistry known) {
        try (var in = SapientIcd.class.getResourceAsStream("/sapient/icd.desc")) {
            var read = new HashMap<String, FileDescriptorProto>();
            FileDescriptorSet.parseFrom(in, known).getFileList().forEach(file -> read.put(file.getName(), file));
            return read;
        } catch (IOException fault) {
            throw new IllegalStateException("the SAPIENT descriptors cannot be read", fault);
        }
    }

    private FileDescriptor link(Map<String, FileDescriptorProto> all, String name) {
        var linked = files.get(name);
        if (linked != null) {
            return linked;
        }
        var file = all.get(name);
        var needs = file.getDependencyList().stream().map(one -> link(all, one)).toArray(FileDescriptor[]::new);
        try {
            var made = FileDescriptor.buildFrom(file, needs);
            files.put(name, made);
            return made;
        } catch (DescriptorValidationException fault) {
            throw new IllegalStateException("the SAPIENT descriptors do not fit together: " + name, fault);
        }
    }

    /// The descriptor of `SapientMessage`, in which everything travels.
    Descriptor message() {
        return message;
    }

    /// The files of the standard's package.
    List<FileDescriptor> files() {
        return files.values().stream().filter(file -> (file.getPackage() + ".").equals(PACKAGE)).toList();
    }

    /// A message type by its name in the standard's package, for example `RegistrationAck`.
    Descriptor find(String name) {
        return files.values().stream().flatMap(file -> file.getMessageTypes().stream())
            .filter(type -> type.getFullName().equals(PACKAGE + name)).findFirst().orElseThrow();
    }

    /// Reads one message; unknown fields are carried along and never looked at.
    ///
    /// @throws InvalidProtocolBufferException these bytes are no such message
    DynamicMessage parse(byte[] bytes) throws InvalidProtocolBufferException {
        return DynamicMessage.parseFrom(message, bytes);
    }

    /// Whether the .proto says this of the field: `is_mandatory`, `is_ulid` or `is_uuid`.
    boolean says(FieldDescriptor field, String option) {
        return says(field.getOptions(), fieldOptions, option);
    }

    /// The same of a oneof.
    boolean says(OneofDescriptor oneof, String option) {
        return says(oneof.getOptions(), oneofOptions, option);
    }

    private static boolean says(Message options, FieldDescriptor extension, String option) {
        var said = (Message) options.getField(extension);
        return (boolean) said.getField(said.getDescriptorForType().findFieldByName(option));
    }

    /// A name without the package, as sentences say it: `Registration.icd_version`.
    static String plain(String fullName) {
        return fullName.startsWith(PACKAGE) ? fullName.substring(PACKAGE.length()) : fullName;
    }
}
