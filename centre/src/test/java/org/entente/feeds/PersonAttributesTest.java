package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may not come in (DESIGN §5: no personal attribute may reach alarms, allocation or any chart).
class PersonAttributesTest {

    @ParameterizedTest
    @ValueSource(strings = {"nationality", "Nationalité", "person_nationality", "gender", "Sex", "age", "estimatedAge",
            "date_of_birth", "dateDeNaissance", "ethnicity",
            "religion", "face", "humanFace", "facialFeatures", "language", "firstName", "prénom", "passport-number",
            "biometrics"})
    void a_key_that_describes_a_person_is_known(String key) {
        assertThat(PersonAttributes.describes(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "health", "presence", "detection", "heartbeat", "lat", "confidence", "voltage",
            "surface", "message", "sensor", "interface", "stage"})
    void a_key_that_describes_a_thing_passes(String key) {
        assertThat(PersonAttributes.describes(key)).isFalse();
    }
}
