package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What was written years ago is read today, lifted step by step.
class J04_CodecTest {

    private static final Marking MARKING = Marking.wholeCentre(new AgencyId("PAF"));

    sealed interface Fact {
        record Seen(Text what, int priority, Instant at) implements Fact {}
        record Left() implements Fact {}
    }

    /// Version 1 had one language, version 2 called the priority `rank`.
    private static final Codec<Fact> CODEC = new Codec<Fact>()
        .with("thing.seen", Fact.Seen.class, 3, Map.of(1, bothLanguages(), 2, renamed()))
        .with("thing.left", Fact.Left.class);

    @Test
    void a_body_of_every_earlier_version_is_the_same_fact() {
        GoldenBodies.check(CODEC, "example");
    }

    @Test
    void a_body_from_the_future_stops_the_program() {
        assertThatThrownBy(() -> CODEC.read(entry("thing.left", 2, "{}"))).isInstanceOf(JournalCorrupt.class)
            .hasMessageContaining("newer than this program");
    }

    @Test
    void another_modules_entry_and_an_erased_body_are_no_fact_of_this_module() {
        assertThat(CODEC.read(entry("other.type", 1, "{}"))).isEmpty();
        var erased = entry("thing.left", 1, "{}");
        assertThat(CODEC.read(new Entry(1, erased.stream(), 1, erased.type(), 1, erased.at(), erased.actor(), MARKING,
            Optional.empty(), Optional.empty()))).isEmpty();
    }

    private static UnaryOperator<ObjectNode> bothLanguages() {
        return body -> {
            var what = body.remove("what").stringValue();
            body.putObject("what").put("english", what).put("french", what);
            return body;
        };
    }

    private static UnaryOperator<ObjectNode> renamed() {
        return body -> {
            body.set("priority", body.remove("rank"));
            return body;
        };
    }

    private static Entry entry(String type, int version, String body) {
        return new Entry(1, new StreamId("thing/1"), 1, type, version, Instant.EPOCH, Actor.centre("test"), MARKING,
            Optional.empty(), Optional.of(body));
    }
}
