package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The facts of one application as the criteria read them: frozen at the first lodging (604/2013 Art 7(2)), or registration
/// (2024/1351 Art 24). What nobody put in evidence is not there; what is half known of a thing in evidence is missing.
final class Applicant {

    private static final List<String> CORE = List.of("MOTHER", "FATHER", "PARENT", "SIBLING", "BROTHER", "SISTER",
        "SPOUSE",
        "GUARDIAN", "ADULT_RESPONSIBLE");
    private static final List<String> RELATIVES = List.of("AUNT", "UNCLE", "GRANDPARENT", "GRANDMOTHER", "GRANDFATHER");
    private static final List<String> HOUSEHOLD = List.of("SPOUSE", "PARTNER", "HUSBAND", "WIFE", "CHILD", "SON",
        "DAUGHTER",
        "MINOR_CHILD");
    private static final List<String> PARENTS = List.of("MOTHER", "FATHER", "PARENT", "GUARDIAN", "ADULT_RESPONSIBLE");
    private static final int ADULT = 18;

    private final Inquiry q;
    private final LocalDate at;

    Applicant(Inquiry q, LocalDate at) {
        this.q = q;
        this.at = at;
    }

    Inquiry facts() {
        return q;
    }

    /// The day on which the facts are frozen.
    LocalDate at() {
        return at;
    }

    Optional<String> determining() {
        return q.word("determiningState").or(() -> q.word("requestingState"));
    }

    /// The state of the first application.
    Optional<String> first() {
        var earliest = applications()
            .min((one, other) -> Inquiry.day(one, "lodged").get().compareTo(Inquiry.day(other, "lodged").get()));
        return q.word("lodgedFirst").or(() -> q.word("firstLodgedState"))
            .or(() -> earliest.flatMap(first -> Inquiry.word(first, "state")))
            .or(this::determining);
    }

    /// The state of the latest application, where a child is present.
    Optional<String> latest() {
        var latest = applications()
            .max((one, other) -> Inquiry.day(one, "lodged").get().compareTo(Inquiry.day(other, "lodged").get()));
        return q.word("presentIn").or(() -> latest.flatMap(last -> Inquiry.word(last, "state"))).or(this::determining);
    }

    Stream<Fact.Group> applications() {
        return q.groups("applications").stream().filter(one -> Inquiry.day(one, "lodged").isPresent());
    }

    // ---- the child ----

    /// Whether the applicant claims to be alone and a child; empty where the age decides and is not known.
    Optional<Boolean> unaccompaniedChild() {
        if (q.yes("unaccompaniedMinor")) {
            return Optional.of(minor().orElse(true));
        }
        return q.yes("unaccompanied") ? minor() : Optional.of(false);
    }

    /// Under eighteen on the day of the first lodging.
    Optional<Boolean> minor() {
        return q.day("dateOfBirth").map(birth -> at.isBefore(birth.plusYears(ADULT)))
            .or(() -> q.count("age").map(age -> age < ADULT));
    }

    List<Fact.Group> family(List<String> relations) {
        return q.groups("family").stream()
            .filter(one -> Inquiry.word(one, "relation").filter(relations::contains).isPresent()).toList();
    }

    List<Fact.Group> core() {
        return family(CORE);
    }

    List<Fact.Group> relatives() {
        return family(RELATIVES);
    }

    List<Fact.Group> others() {
        return q.groups("family").stream()
            .filter(one -> Inquiry.word(one, "relation")
                .filter(name -> !CORE.contains(name) && !RELATIVES.contains(name)).isPresent())
            .toList();
    }

    /// Family members in the sense of the definitions: spouse, partner, minor children; for a child the parents too; with a status
    /// whose code holds one of these words.
    List<Fact.Group> household(List<String> statuses) {
        var wanted = minor().orElse(false) || q.yes("unaccompaniedMinor")
            ? Stream.concat(HOUSEHOLD.stream(), PARENTS.stream()).toList()
            : HOUSEHOLD;
        return family(wanted).stream()
            .filter(one -> Inquiry.word(one, "status").filter(word -> statuses.stream().anyMatch(word::contains))
                .isPresent())
            .toList();
    }

    // ---- documents ----

    /// A document that gives a right to be there, or gave it.
    record Paper(String state, LocalDate from, LocalDate to, Fact.Group facts) {

        boolean validOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        long length() {
            return to.toEpochDay() - from.toEpochDay();
        }
    }

    List<Paper> papers(String field) {
        return q.groups(field).stream()
            .filter(one -> Inquiry.day(one, "to").isPresent() && Inquiry.word(one, "state").isPresent())
            .map(one -> new Paper(Inquiry.word(one, "represents").or(() -> Inquiry.word(one, "state")).get(),
                Inquiry.day(one, "from").orElse(LocalDate.MIN), Inquiry.day(one, "to").get(), one))
            .toList();
    }

    // ---- entry ----

    /// A day in a state, from a field that holds one group or several, or a day beside a state.
    record Entry(String state, LocalDate day) {}

    List<Entry> entries(String... fields) {
        return Stream.of(fields).flatMap(field -> q.groups(field).stream())
            .flatMap(one -> Stream.of("crossing", "date", "entry", "disembarked", "issued")
                .flatMap(name -> Inquiry.day(one, name).stream()).limit(1)
                .flatMap(day -> Inquiry.word(one, "state").map(state -> new Entry(state, day)).stream()))
            .toList();
    }

    /// Whether a hit, or a state without a day, speaks of an entry that nothing dates.
    boolean halfKnown(String hit, String... fields) {
        return entries(fields).isEmpty() && (q.day(hit).isPresent()
            || Stream.of(fields).flatMap(field -> q.groups(field).stream())
                .anyMatch(one -> Inquiry.word(one, "state").isPresent()));
    }

    /// The last of them on or before the day of the facts.
    Optional<Entry> last(String... fields) {
        return entries(fields).stream().filter(one -> !one.day().isAfter(at))
            .max((one, other) -> one.day().compareTo(other.day()));
    }
}
