package org.entente.law;

import java.time.LocalDate;
import java.util.Objects;
import org.entente.kernel.Text;

/// One public holiday: the day, its name in English and French, and the law or proclamation that makes it one, cited as its
/// own jurisdiction cites it (`configuration` if the day was given and not computed).
public record Holiday(LocalDate day, Text name, String basis) {

    public Holiday {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(name, "name");
        if (basis.isBlank()) {
            throw new IllegalArgumentException("a holiday needs a basis: " + day);
        }
    }
}
