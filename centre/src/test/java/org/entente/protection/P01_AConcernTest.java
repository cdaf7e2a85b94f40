package org.entente.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protection.ProtectionScenario.NIGHT;
import static org.entente.protection.ProtectionScenario.PAF;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.journal.JournalCorrupt;
import org.entente.protection.Concern.Event;
import org.entente.protection.Concern.Told;
import org.entente.protection.ConcernRules.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A concern goes from hand to hand, and a receipt is made from nothing.
class P01_AConcernTest {

    private static final Event.Raised RAISED = new Event.Raised(
        new Told(Category.CHILD_ALONE, List.of(Need.GUARDIAN), "alone at the gate", "Gate 4", PAF, NIGHT));
    private final Concern waiting = Concern.NONE.after(RAISED);

    @Test
    void a_concern_is_accepted_before_it_is_referred() {
        assertThat(ConcernRules.refer(waiting, Service.CHILD_PROTECTION, NIGHT)).isInstanceOfSatisfying(
            Ruling.Refuse.class,
            refused -> assertThat(refused.reason().french()).isEqualTo("Acceptez d'abord le signalement"));
        var accepted = waiting.after(new Event.Accepted(NIGHT));
        assertThat(ConcernRules.refer(accepted, Service.CHILD_PROTECTION, NIGHT)).isInstanceOf(Ruling.Admit.class);
    }

    @Test
    void it_can_be_referred_again_but_not_to_the_same_service() {
        var referred = waiting.after(new Event.Accepted(NIGHT)).after(new Event.Referred(Service.MEDICAL, NIGHT));
        assertThat(ConcernRules.refer(referred, Service.MEDICAL, NIGHT)).isInstanceOf(Ruling.Refuse.class);
        assertThat(ConcernRules.refer(referred, Service.CHILD_PROTECTION, NIGHT)).isInstanceOf(Ruling.Admit.class);
    }

    @Test
    void an_erased_concern_is_read_from_its_erasure_alone_and_nothing_follows() {
        var gone = Concern.NONE.after(new Event.Erased(ErasureReason.ASKED_BY_THE_PERSON, NIGHT));
        assertThat(ConcernRules.accept(gone, NIGHT)).isInstanceOf(Ruling.Refuse.class);
        assertThatThrownBy(() -> gone.after(RAISED)).isInstanceOf(JournalCorrupt.class)
            .hasMessageNotContaining("alone at the gate");
    }

    /// Whatever a desk wishes, in whatever order: what the rules admit, the fold accepts.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void what_is_admitted_can_always_be_folded(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int night = 0; night < 100; night++) {
            var concern = waiting;
            for (int i = 0; i < 20; i++) {
                if (wish(concern, chance) instanceof Ruling.Admit(var event)) {
                    concern = concern.after(event);
                }
            }
            assertThat(concern).isNotInstanceOf(Concern.None.class);
        }
    }

    @Test
    void receipts_do_not_repeat_and_are_read_as_they_are_spoken() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var seen = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            var receipt = Receipt.draw(chance);
            assertThat(seen.add(receipt.text())).isTrue();
            assertThat(Receipt.read(" " + receipt.text().toLowerCase(java.util.Locale.ROOT).replace("-", "") + " "))
                .contains(receipt);
        }
        assertThat(Receipt.read("7k3m-9qzx-oill")).map(Receipt::text).contains("7K3M-9QZX-0111");
        for (var nonsense : List.of("", "7K3M-9QZX", "7K3M-9QZX-2ABU", "x' or 1=1 --", "7K3M-9QZX-2ABC-9")) {
            assertThat(Receipt.read(nonsense)).as(nonsense).isEmpty();
        }
    }

    @Test
    void every_word_is_in_both_languages_and_none_is_an_attribute_of_a_person() {
        var words = new ArrayList<String>();
        for (Enum<?>[] list : new Enum<?>[][]{Category.values(), Need.values(), Service.values(), Result.values()}) {
            List.of(list).forEach(word -> words.add(word.name()));
        }
        assertThat(words).noneMatch(word -> word.matches(".*(NATION|ORIGIN|RELIGION|ETHNIC|LANGUAGE|NAME|SEX|RACE).*"));
    }

    private static Ruling wish(Concern concern, RandomGenerator chance) {
        return switch (chance.nextInt(8)) {
            case 0, 1 -> ConcernRules.accept(concern, NIGHT);
            case 2, 3, 4 ->
                ConcernRules.refer(concern, Service.values()[chance.nextInt(Service.values().length)], NIGHT);
            case 5 -> ConcernRules.erase(concern, ErasureReason.ORDERED, NIGHT);
            default -> ConcernRules.close(concern, Result.values()[chance.nextInt(Result.values().length)], NIGHT);
        };
    }
}
