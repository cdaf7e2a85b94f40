package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import tools.jackson.databind.json.JsonMapper;

/// The bodies a module has ever written stay readable: `src/test/resources/journal/<module>/<type>.v<n>.json`, the same
/// fact in every version its type ever had. A file is never changed once a centre has written that version.
public final class GoldenBodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Marking MARKING = Marking.wholeCentre(new AgencyId("PAF"));

    private GoldenBodies() {}

    /// Reads every version of every type of the codec; each must give the same event, and the newest must be written as
    /// it was read.
    public static <E> void check(Codec<E> codec, String module) {
        codec.versions().forEach((type, newest) -> {
            var now = event(codec, module, type, newest);
            assertThat(JSON.readTree(codec.draft(now, MARKING).body())).as("%s is written as its golden body", type)
                .isEqualTo(JSON.readTree(body(module, type, newest)));
            assertThat(codec.draft(now, MARKING)).extracting(Draft::type, Draft::version)
                .isEqualTo(List.of(type, newest));
            for (int version = 1; version < newest; version++) {
                assertThat(event(codec, module, type, version)).as("%s of version %d", type, version).isEqualTo(now);
            }
        });
    }

    private static <E> E event(Codec<E> codec, String module, String type, int version) {
        var entry = new Entry(1, new StreamId("golden/1"), 1, type, version, Instant.EPOCH, Actor.centre("golden"),
            MARKING, Optional.empty(),
            Optional.of(body(module, type, version)));
        return codec.read(entry).orElseThrow();
    }

    private static String body(String module, String type, int version) {
        var name = "/journal/" + module + "/" + type + ".v" + version + ".json";
        try (var in = GoldenBodies.class.getResourceAsStream(name)) {
            assertThat(in).as("golden body src/test/resources%s (keep one for each version ever written)", name)
                .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
