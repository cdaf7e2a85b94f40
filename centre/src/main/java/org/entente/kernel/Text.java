package org.entente.kernel;

import static java.util.Objects.requireNonNull;

/// A sentence an officer reads, in both languages of the centre. Neither may be blank.
public record Text(String english, String french) {

    public Text {
        if (requireNonNull(english, "english").isBlank() || requireNonNull(french, "french").isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: " + english + " / " + french);
        }
    }
}
