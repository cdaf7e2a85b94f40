package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.dublin;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The criteria of both regimes, row by row: the first that applies decides, each one passed over is explained.
class L10_TheCriteriaInOrderTest {

    private static final String CHILD = "\"dateOfBirth\":\"2003-01-01\",\"unaccompanied\":true";
    private static final String VISA = "\"visa\":{\"state\":\"ES\",\"from\":\"%s\",\"to\":\"%s\",\"enabledEntry\":true}";

    private record Case(String criterion, String state, String facts) {}

    private static final List<Case> DUBLIN = List.of(
        new Case("8(1)", "GB", CHILD
            + ",\"family\":[{\"relation\":\"BROTHER\",\"state\":\"GB\",\"legallyPresent\":true}],\"bestInterests\":\"YES\""),
        new Case("8(2)", "GB", CHILD
            + ",\"family\":[{\"relation\":\"AUNT\",\"state\":\"GB\",\"legallyPresent\":true,\"canTakeCare\":true}],\"bestInterests\":\"YES\""),
        new Case("8(3)", "SE",
            CHILD + ",\"family\":[{\"relation\":\"BROTHER\",\"state\":\"GB\",\"legallyPresent\":true},"
                + "{\"relation\":\"SISTER\",\"state\":\"SE\",\"legallyPresent\":true}],\"bestInterests\":\"SE\""),
        new Case("8(4)", "FR", CHILD
            + ",\"family\":[{\"relation\":\"COUSIN\",\"state\":\"GB\",\"legallyPresent\":true}],\"bestInterests\":\"YES\""),
        new Case("16(1)", "SE",
            "\"dependency\":{\"state\":\"SE\",\"legallyResident\":true,\"tiesExistedInOrigin\":true,\"canTakeCare\":true},\"writtenDesire\":true"),
        new Case("16(2)", "FR",
            "\"dependency\":{\"state\":\"SE\",\"legallyResident\":true,\"tiesExistedInOrigin\":true,\"canTakeCare\":true},"
                + "\"writtenDesire\":true,\"unfitToTravel\":true,\"presentIn\":\"FR\""),
        new Case("9", "GB",
            "\"family\":[{\"relation\":\"SPOUSE\",\"state\":\"GB\",\"status\":\"BENEFICIARY\"}],\"writtenDesire\":true"),
        new Case("10", "GB",
            "\"family\":[{\"relation\":\"SPOUSE\",\"state\":\"GB\",\"status\":\"APPLICANT\"}],\"writtenDesire\":true"),
        new Case("11(a)", "ES",
            "\"familyProcedure\":[{\"dob\":\"1975-03-01\",\"indicates\":\"IT\"},{\"dob\":\"1980-03-01\",\"indicates\":\"ES\"},{\"dob\":\"2008-03-01\",\"indicates\":\"ES\"}]"),
        new Case("11(b)", "IT",
            "\"familyProcedure\":[{\"dob\":\"1975-03-01\",\"indicates\":\"IT\"},{\"dob\":\"1980-03-01\",\"indicates\":\"ES\"}]"),
        new Case("12(1)", "ES",
            "\"residenceDocument\":{\"state\":\"ES\",\"from\":\"2015-01-01\",\"to\":\"2016-01-20\"}"),
        new Case("12(2)", "ES", VISA.formatted("2015-12-01", "2016-01-20")),
        new Case("12(3)", "IT",
            "\"visa\":[{\"state\":\"ES\",\"from\":\"2015-12-01\",\"to\":\"2016-02-01\"},{\"state\":\"IT\",\"from\":\"2016-01-01\",\"to\":\"2016-02-02\"}]"),
        new Case("12(4)", "ES", VISA.formatted("2015-05-01", "2015-07-21") + ",\"leftTerritory\":false"),
        new Case("13(1)", "GR", "\"eurodacCat2\":{\"state\":\"GR\",\"crossing\":\"2015-01-20\"}"),
        new Case("13(2)", "IT",
            "\"continuousResidence\":[{\"state\":\"IT\",\"from\":\"2015-08-20\",\"to\":\"2016-01-20\"}],\"eurodacCat2\":{\"state\":\"GR\",\"crossing\":\"2015-01-19\"}"),
        new Case("14(1)", "IT", "\"visaFreeEntry\":{\"state\":\"IT\",\"date\":\"2015-12-01\"}"),
        new Case("15", "IT", "\"airportTransit\":{\"state\":\"IT\"}"),
        new Case("3(2)", "DE", "\"lodgedFirst\":\"DE\""));

    private static final List<Case> MIGRATION = List.of(
        new Case("25(2)", "DE",
            CHILD.replace("2003", "2012")
                + ",\"family\":[{\"relation\":\"MOTHER\",\"state\":\"DE\",\"legallyPresent\":true}]"),
        new Case("25(3)", "DE", CHILD.replace("2003", "2012")
            + ",\"family\":[{\"relation\":\"UNCLE\",\"state\":\"DE\",\"legallyPresent\":true,\"canTakeCare\":true}]"),
        new Case("25(4)", "SE",
            CHILD.replace("2003", "2012")
                + ",\"family\":[{\"relation\":\"BROTHER\",\"state\":\"DE\",\"legallyPresent\":true},"
                + "{\"relation\":\"SISTER\",\"state\":\"SE\",\"legallyPresent\":true}],\"bestInterests\":\"SE\""),
        new Case("25(5)", "IT", CHILD.replace("2003", "2012") + ",\"lodgedFirst\":\"IT\""),
        new Case("34(1)", "SE", DUBLIN.get(4).facts()), new Case("34(2)", "FR", DUBLIN.get(5).facts()),
        new Case("26(1)", "DE",
            "\"family\":[{\"relation\":\"SPOUSE\",\"state\":\"DE\",\"status\":\"NATURALISED\"}],\"writtenDesire\":true"),
        new Case("27", "DE",
            "\"family\":[{\"relation\":\"SPOUSE\",\"state\":\"DE\",\"status\":\"APPLICANT\"}],\"writtenDesire\":true"),
        new Case("28(a)", "ES", DUBLIN.get(8).facts()), new Case("28(b)", "IT", DUBLIN.get(9).facts()),
        new Case("29(1)", "ES",
            "\"residenceDocument\":{\"state\":\"ES\",\"from\":\"2026-01-01\",\"to\":\"2026-09-01\"}"),
        new Case("29(2)", "ES", VISA.formatted("2026-08-01", "2026-09-01")),
        new Case("29(3)", "IT",
            "\"visa\":[{\"state\":\"ES\",\"from\":\"2026-08-01\",\"to\":\"2026-10-01\"},{\"state\":\"IT\",\"from\":\"2026-08-01\",\"to\":\"2026-10-02\"}]"),
        new Case("29(4)", "ES", VISA.formatted("2025-01-01", "2025-03-02") + ",\"leftTerritory\":true"),
        new Case("30(1)", "BE", "\"diploma\":{\"state\":\"BE\",\"issued\":\"2020-09-02\"}"),
        new Case("31(1)", "IT", "\"visaFreeEntry\":{\"state\":\"IT\",\"date\":\"2026-08-01\"}"),
        new Case("32", "IT", "\"airportTransit\":{\"state\":\"IT\"}"),
        new Case("33(1)", "GR", "\"eurodacCat2\":{\"state\":\"GR\",\"crossing\":\"2025-01-01\"}"),
        new Case("33(2)", "IT", "\"sarDisembarkation\":{\"state\":\"IT\",\"date\":\"2025-09-01\"}"),
        new Case("16(2)-fallback", "DE",
            "\"lodgedFirst\":\"DE\",\"sarDisembarkation\":{\"state\":\"IT\",\"date\":\"2025-08-31\"}"));

    @TestFactory
    Stream<DynamicTest> each_row_names_its_state() {
        return Stream.concat(DUBLIN.stream().map(one -> test("DUBLIN3", "lodged\":\"2016-01-20", one)),
            MIGRATION.stream().map(one -> test("AMMR", "registered\":\"2026-09-01", one)));
    }

    private static DynamicTest test(String regime, String at, Case one) {
        return dynamicTest(String.format(Locale.ROOT, "%s %s: %s", regime, one.criterion(), one.state()), () -> {
            var opinion = LAW.answer(file(regime, "CRITERIA", "CRITERION RESPONSIBLE",
                "{\"determiningState\":\"FR\",\"" + at + "\"," + one.facts() + "}"));
            assertThat(said(opinion, "criterion")).as(opinion.toString()).isEqualTo(one.criterion());
            assertThat(said(opinion, "responsible")).isEqualTo(one.state());
            var explained = opinion.why().stream().filter(reason -> reason.sentence().english().startsWith("Article "))
                .count();
            assertThat(explained).as("every row down to the one that applies is explained")
                .isEqualTo(said(opinion, "criteriaExamined").split(" ").length);
        });
    }

    @Test
    void every_row_of_both_tables_has_its_case() {
        var tried = new TreeSet<String>();
        Stream.concat(DUBLIN.stream(), MIGRATION.stream()).forEach(one -> tried.add(one.criterion()));
        assertThat(Stream.concat(DublinCriteria.TABLE.stream(), MigrationCriteria.TABLE.stream()).map(Criterion::code))
            .allMatch(tried::contains);
    }

    @Test
    void a_row_that_a_fact_pointed_to_is_named_among_those_passed_over() {
        var opinion = LAW.answer(dublin("CRITERIA", "CRITERION",
            "{\"determiningState\":\"FR\",\"lodged\":\"2016-01-20\"," + DUBLIN.get(3).facts() + "}"));
        assertThat(said(opinion, "excluded")).isEqualTo("8(2)");
        assertThat(opinion.why()).anySatisfy(reason -> assertThat(reason.sentence().english()).contains("a cousin"));
    }

    @Test
    void the_facts_are_frozen_at_the_first_application_and_a_child_stays_a_child() {
        var facts = "{\"determiningState\":\"FR\",\"dateOfBirth\":\"2000-02-01\",\"lodged\":\"2018-03-01\",\"unaccompanied\":true,"
            + "\"applications\":[{\"state\":\"IT\",\"lodged\":\"2018-01-31\"},{\"state\":\"FR\",\"lodged\":\"2018-03-01\"}],\"presentIn\":\"FR\",\"bestInterests\":\"YES\"}";
        assertThat(said(dublin("CRITERIA", "CRITERION", facts), "criterion")).isEqualTo("8(4)");
        assertThat(said(dublin("CRITERIA", "CRITERION", facts.replace("2018-01-31", "2018-02-01")), "criterion"))
            .as("eighteen on the day of the first application").isEqualTo("3(2)");
    }

    @Test
    void who_is_responsible_is_proposed_and_a_person_decides() {
        var opinion = LAW.answer(dublin("CRITERIA", "RESPONSIBLE",
            "{\"determiningState\":\"FR\",\"lodged\":\"2015-09-01\",\"lodgedFirst\":\"FR\"}"));
        assertThat(opinion.why().getLast().sentence()).isEqualTo(Opinion.PROPOSAL);
    }

    @Test
    void no_field_of_a_case_file_says_who_a_person_is_or_where_from() {
        var personal = List.of("name", "nationality", "citizenship", "origincountry", "ethnic", "religion", "language",
            "photo", "face", "finger", "skin",
            "tribe", "belief", "orientation", "address", "phone");
        assertThat(Field.every()).allSatisfy(field -> assertThat(personal).as(field.name())
            .noneMatch(field.name().toLowerCase(Locale.ROOT)::contains));
    }
}
