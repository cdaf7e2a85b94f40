package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Five holidays of France and two of the United Kingdom hang on Easter.
class L01_EasterTest {

    @Test
    void easter_is_where_the_almanacs_have_it() {
        assertThat(Easter.sunday(1818)).isEqualTo("1818-03-22"); // the earliest that can be
        assertThat(Easter.sunday(1943)).isEqualTo("1943-04-25"); // the latest that can be
        assertThat(Easter.sunday(1954)).isEqualTo("1954-04-18"); // Gauss's two exceptions
        assertThat(Easter.sunday(1981)).isEqualTo("1981-04-19");
        assertThat(Easter.sunday(2016)).isEqualTo("2016-03-27");
        assertThat(Easter.sunday(2026)).isEqualTo("2026-04-05");
        assertThat(Easter.sunday(2038)).isEqualTo("2038-04-25");
    }

    @Test
    void easter_is_what_gauss_finds_from_1900_to_2100() {
        IntStream.rangeClosed(1900, 2100).forEach(year -> {
            assertThat(Easter.sunday(year)).as("Easter " + year).isEqualTo(gauss(year));
            assertThat(Easter.sunday(year).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        });
    }

    /// C. F. Gauss's rule (1800, corrected 1816), with the moon taken from the golden number and the two exceptions by hand.
    private static LocalDate gauss(int year) {
        int k = year / 100;
        int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        int n = 4 + k - k / 4;
        int d = (19 * (year % 19) + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        if (d == 29 && e == 6) {
            return LocalDate.of(year, 4, 19);
        }
        if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) {
            return LocalDate.of(year, 4, 18);
        }
        return LocalDate.of(year, 3, 22).plusDays(d + e);
    }
}
