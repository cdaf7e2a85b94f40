package org.entente.reports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.entente.kernel.Language;
import org.entente.reports.Figures.Spread;

/// The sentences of one edition and how it writes numbers, times and dates. Its own rules, no locale of the machine.
final class Words {

    static final String NOTHING = "–";

    private final Language language;
    private final Properties texts = new Properties();

    Words(Language language) {
        this.language = language;
        var file = "/reports/words_" + language.name().toLowerCase(java.util.Locale.ROOT) + ".properties";
        try (var in = new InputStreamReader(Objects.requireNonNull(Words.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }

    /// The text of a key with its places filled. A key that is missing is a bug.
    String of(String key, Object... places) {
        var text = Objects.requireNonNull(texts.getProperty(key), key);
        for (int i = 0; i < places.length; i++) {
            text = text.replace("{" + i + "}", places[i].toString());
        }
        return text;
    }

    /// The text of `prefix.id`, or the id itself where there is none.
    String named(String prefix, String id) {
        return knows(prefix + "." + id) ? of(prefix + "." + id) : id.isBlank() ? NOTHING : id;
    }

    /// "1 incident", "12 incidents", "0 incident" in French.
    String counted(String noun, long n) {
        boolean one = n == 1 || n == 0 && language == Language.FR;
        return of(noun + (one ? ".one" : ".other"), number(n)).replace(' ', '\u00a0');
    }

    /// 1,234 or 1 234.
    String number(long n) {
        var digits = Long.toString(n);
        var grouped = new StringBuilder(digits);
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            grouped.insert(place, language == Language.EN ? ',' : '\u00a0');
        }
        return grouped.toString();
    }

    /// 12.5% or 12,5 %; a dash of nothing.
    String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        var share = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
        return language == Language.EN ? share + "%" : share.replace('.', ',') + "\u00a0%";
    }

    /// 45 s, 4 min 05 s, 2 h 07 min.
    String time(long seconds) {
        var text = seconds < 60
            ? seconds + " s"
            : seconds < 3_600
                ? seconds / 60 + " min " + two(seconds % 60) + " s"
                : number(seconds / 3_600) + " h " + two(seconds / 60 % 60) + " min";
        return text.replace(' ', '\u00a0');
    }

    String median(Spread spread) {
        return spread.n() == 0 ? NOTHING : time(spread.median());
    }

    String p90(Spread spread) {
        return spread.n() == 0 ? NOTHING : time(spread.p90());
    }

    String hour(int hour) {
        return two(hour) + ":00";
    }

    /// March 2016, mars 2016.
    String month(YearMonth month) {
        return of("month." + month.getMonthValue()) + "\u00a0" + month.getYear();
    }

    /// 3 March 2016, 1er mars 2016.
    String date(Instant at, ZoneId zone) {
        var day = at.atZone(zone);
        return of(day.getDayOfMonth() == 1 ? "date.first" : "date", day.getDayOfMonth(),
            of("month." + day.getMonthValue()), day.getYear());
    }

    /// 3 March 2016, 21:04.
    String moment(Instant at, ZoneId zone) {
        var time = at.atZone(zone);
        return of("date.time", date(at, zone), two(time.getHour()) + ":" + two(time.getMinute()));
    }

    /// 3/3 21:04: day and month, as both languages write them.
    String shortMoment(Instant at, ZoneId zone) {
        var time = at.atZone(zone);
        return (two(time.getDayOfMonth()) + "/" + two(time.getMonthValue()) + " " + two(time.getHour()) + ":"
            + two(time.getMinute())).replace(' ', '\u00a0');
    }

    private static String two(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }
}
