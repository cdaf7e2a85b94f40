package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Rules without a period: what must be there before something is done. Answers VALIDATE where the facts speak of one of them.
final class Duties {

    /// @param reason the code when the duty is not met
    private record Duty(Rule rule, Predicate<Inquiry> speaks, Predicate<Inquiry> met, String reason) {}

    private static final List<Duty> ALL = List.of(
        new Duty(DublinRules.D07, q -> q.known("proofCoherent"), q -> q.yes("proofCoherent"),
            "EVIDENCE_NOT_COHERENT_VERIFIABLE_DETAILED"),
        new Duty(DublinRules.D14, q -> q.day("transferred").isPresent() && q.known("decisionNotified"),
            q -> before(q, "decisionNotified", "transferred"),
            "TRANSFER_BEFORE_NOTIFICATION"),
        new Duty(DublinRules.D15, q -> q.day("transferred").isPresent() && q.day("suspensionRequested").isPresent(),
            q -> before(q, "suspensionDecided", "transferred"), "TRANSFER_BEFORE_DECISION_ON_SUSPENSION"),
        new Duty(DublinRules.D16, q -> q.known("significantRisk"),
            q -> q.yes("significantRisk") && q.yes("criteriaInLaw") && !q.yes("lesserMeans"), "DETENTION_UNLAWFUL"),
        new Duty(DublinRules.D24, q -> q.day("overturned").isPresent(), q -> q.day("takenBack").isPresent(),
            "TAKE_BACK_PROMPTLY"),
        new Duty(DublinRules.D30, q -> q.day("art17Applied").isPresent(), q -> q.day("notified").isPresent(),
            "NOTIFY_BY_DUBLINET"),
        new Duty(DublinRules.D32, q -> q.known("writtenApproval") || purpose(q, "GROUNDS"),
            q -> q.yes("writtenApproval") || q.yes("writtenConsent"),
            "NO_WRITTEN_APPROVAL"),
        new Duty(DublinRules.D33,
            q -> q.known("healthProfessionals") || q.known("explicitConsent") || purpose(q, "HEALTH"),
            q -> !q.no("healthProfessionals")
                && (q.yes("explicitConsent") || q.yes("writtenConsent") || q.yes("vitalInterests")),
            "HEALTH_DATA_BLOCKED"),
        new Duty(DublinRules.D34, q -> q.known("recorded"), q -> q.yes("recorded"), "TRANSMISSION_NOT_RECORDED"),
        new Duty(DublinRules.D36, q -> q.known("interviewHeld"),
            q -> q.day("decisionNotified").isEmpty()
                ? q.day("interviewHeld").isPresent()
                : before(q, "interviewHeld", "decisionNotified"),
            "NO_INTERVIEW_BEFORE_DECISION"),
        new Duty(DublinRules.D37, q -> q.known("representative"), q -> q.yes("representative"), "NO_REPRESENTATIVE"),
        new Duty(ImplementingRules.I04, q -> q.day("confirmationRequested").isPresent(),
            q -> q.day("confirmation").isPresent(), "CONFIRM_IN_WRITING"),
        new Duty(ImplementingRules.I06, q -> q.day("outageFrom").isPresent(), q -> q.day("notified").isPresent(),
            "NOTIFY_OUTAGE_LIMITS_GO_ON"),
        new Duty(ImplementingRules.I07, q -> q.file().regime() == Regime.DUBLIN3 && q.word("reference").isPresent(),
            q -> q.word("reference").get().matches("[A-Z]{2}[1-7].*"), "REFERENCE_MALFORMED"),
        new Duty(MigrationRules.M04, q -> q.known("objectionSubstantiated"), q -> q.yes("objectionSubstantiated"),
            "OBJECTION_WITHOUT_REASONS_IS_ACCEPTANCE"),
        new Duty(MigrationRules.M22, q -> q.file().regime() == Regime.AMMR && q.word("reference").isPresent(),
            q -> q.word("reference").get().matches("[A-Z]{2}(0[1-9]|1[0-2]).*[0-9](P?G?)"), "REFERENCE_MALFORMED"),
        new Duty(ProtectionRules.V03A, q -> q.day("conclusiveGrounds").isPresent() && q.day("positiveRG").isPresent(),
            q -> new ReturnAndProtection(q).recovery().map(due -> q.day("conclusiveGrounds").get().isAfter(due.last()))
                .orElse(false),
            "BEFORE_END_OF_RECOVERY"),
        new Duty(ProtectionRules.V03B, q -> q.known("consent"), q -> q.yes("consent") || q.no("adult"),
            "ADULT_WITHOUT_CONSENT_DUTY_TO_NOTIFY"),
        new Duty(ProtectionRules.V05A, q -> q.file().regime() == Regime.FR_TEH && q.count("days").isPresent(),
            q -> q.count("days").get() >= 30,
            "BELOW_30_DAYS"));

    private Duties() {}

    /// Checks every duty that the facts speak of; the first one not met gives the reason.
    ///
    /// @return whether there was any
    static boolean check(Inquiry q) {
        boolean any = false;
        boolean valid = true;
        boolean earlier = false;
        for (var duty : ALL) {
            if (duty.speaks().test(q)) {
                any = true;
                earlier |= q.file().regime() == Regime.AMMR
                    && !duty.rule().instrument().governs(Instrument.MIGRATION.from());
                boolean met = duty.met().test(q);
                q.says(duty.rule(), met ? duty.rule().wording() : duty.rule().missed().orElse(duty.rule().wording()));
                if (!met && valid) {
                    q.put("reason", duty.reason());
                }
                valid &= met;
            }
        }
        if (any) {
            q.put("valid", valid);
        }
        if (earlier) {
            q.notes(
                "This duty is shown by Regulation 604/2013: read it with the text that follows it in Regulation 2024/1351.",
                "Cette obligation est citée selon le règlement 604/2013 : la lire avec le texte qui lui succède dans le règlement 2024/1351.");
        }
        return any;
    }

    private static boolean purpose(Inquiry q, String word) {
        return q.word("purpose").map(purpose -> purpose.contains(word)).orElse(false);
    }

    private static boolean before(Inquiry q, String first, String then) {
        Optional<LocalDate> one = q.day(first);
        return one.isPresent() && !one.get().isAfter(q.day(then).get());
    }
}
