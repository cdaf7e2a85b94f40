package org.entente.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// One list of holidays that the tests compare with, from a line: a code, a year, days as `MM-dd`.
record HolidayList(String code, int year, List<LocalDate> days) {

    static List<HolidayList> ofResource(String name) {
        try (var in = HolidayList.class.getResourceAsStream("/law/" + name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static List<HolidayList> of(String lines) {
        return lines.lines().filter(line -> !line.startsWith("#")).map(HolidayList::line).toList();
    }

    private static HolidayList line(String line) {
        var words = line.split(" ");
        var days = Stream.of(words).skip(2).map(day -> LocalDate.parse(words[1] + "-" + day)).toList();
        return new HolidayList(words[0], Integer.parseInt(words[1]), days);
    }

    @Override
    public String toString() {
        return code + " " + year;
    }
}
