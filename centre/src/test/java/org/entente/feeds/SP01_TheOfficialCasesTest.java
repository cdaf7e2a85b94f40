package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every message of the official test harness of BSI Flex 335 v2.0 is judged as the harness judges it.
class SP01_TheOfficialCasesTest {

    private final SapientRules rules = new SapientRules(SapientCases.ICD);

    static List<SapientCases.Case> cases() {
        return SapientCases.all();
    }

    @Test
    void there_are_38_sound_messages_and_193_others() {
        assertThat(cases()).hasSize(231);
        assertThat(cases().stream().filter(SapientCases.Case::sound)).hasSize(38);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_judged_as_the_harness_judges_it(SapientCases.Case one) {
        assertThat(sound(one)).isEqualTo(one.sound());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_judged_the_same_after_a_journey_in_bytes(SapientCases.Case one) throws Exception {
        if (readable(one)) {
            var message = one.message();
            var arrived = SapientCases.ICD.parse(message.toByteArray());
            assertThat(arrived).isEqualTo(message);
            assertThat(rules.check(arrived)).isEqualTo(rules.check(message));
        } else {
            assertThat(one.sound()).isFalse(); // words that JSON can say and protobuf cannot
        }
    }

    private boolean sound(SapientCases.Case one) {
        try {
            return rules.check(one.message()).isEmpty();
        } catch (InvalidProtocolBufferException notReadable) {
            return false;
        }
    }

    private static boolean readable(SapientCases.Case one) {
        try {
            one.message();
            return true;
        } catch (InvalidProtocolBufferException notReadable) {
            return false;
        }
    }
}
