package org.entente.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.kernel.Text;
import org.entente.picture.AlarmParameters.Rule;
import org.entente.picture.AlarmParameters.Scope;

/// Says why, in both languages, with the numbers. Own formatting: no locale, a decimal comma in French.
final class Reasons {

    private static final Text TIMES_ONE = new Text("once", "une fois");

    static final Text CROSSING = new Text(
        "Somebody who is followed crosses the fence inward, and the sum of all reasons reaches the threshold.",
        "Une personne ou un véhicule suivi franchit la clôture vers l'intérieur, et la somme des raisons atteint le seuil.");

    private Reasons() {}

    /// Why an alarm was raised: who reported what, within which time, where, and the threshold.
    static Text why(String rule, AlarmParameters parameters, PictureSetup.Zone zone, List<Evidence> met) {
        long span = met.getLast().at() - met.getFirst().at();
        var threshold = parameters.describe(rule).orElseThrow();
        var english = upper(met.stream().map(one -> lower(said(one).english())).collect(Collectors.joining(", ")));
        var french = upper(met.stream().map(one -> lower(said(one).french())).collect(Collectors.joining(", ")));
        boolean one = met.size() == 1;
        return new Text(
            english + (one ? "" : " within " + seconds(span).english()) + " in “" + zone.name().english() + "”. Rule: "
                + lower(threshold.english()),
            french + (one ? "" : " en " + seconds(span).french()) + " dans «\u00a0" + zone.name().french()
                + "\u00a0». Règle\u00a0: "
                + lower(threshold.french()));
    }

    /// Why a crossing was raised: the zone, the sum, and the reason that weighs most.
    static Text crossing(PictureSetup.Zone zone, Grounds grounds) {
        var most = grounds.terms().stream().max(java.util.Comparator.comparingDouble(Grounds.Reason::value));
        return new Text(
            "Track " + grounds.track().orElse("") + " crosses “" + zone.name().english() + "” inward. "
                + most.orElseThrow().text().english() + " Sum " + number(grounds.logOdds(), '.') + ", threshold "
                + number(grounds.threshold(), '.') + ".",
            "La piste " + grounds.track().orElse("") + " franchit «\u00a0" + zone.name().french()
                + "\u00a0» vers l'intérieur. " + most.orElseThrow().text().french() + " Somme "
                + number(grounds.logOdds(), ',') + ", seuil " + number(grounds.threshold(), ',') + ".");
    }

    /// The term of a plain rule that was met: several reports that agree are hardly ever chance.
    static Grounds.Reason met(String rule, List<Evidence> met) {
        var name = new Text("Reports agree", "Des signalements concordent");
        return new Grounds.Reason("RULE_" + rule.toUpperCase(java.util.Locale.ROOT), name, 6,
            new Text(met.size() + " reports that agree in place and time meet the rule.",
                met.size() + " signalements qui concordent en lieu et en temps satisfont à la règle."));
    }

    /// A rule in one sentence.
    static Text rule(Rule rule) {
        var what = threshold(rule);
        var place = rule.scope() == Scope.SENSOR
            ? new Text("at one probe", "sur une même sonde")
            : new Text("in one zone", "dans une même zone");
        if (rule.times() == 1) {
            return new Text(what.english() + " " + place.english() + ".", what.french() + " " + place.french() + ".");
        }
        var span = seconds(rule.within().toMillis());
        var times = times(rule.times());
        return new Text(
            what.english() + " " + times.english() + " within " + span.english() + " " + place.english() + ".",
            what.french() + " " + times.french() + " en " + span.french() + " " + place.french() + ".");
    }

    /// The rule of weaker indications.
    static Text together(AlarmParameters parameters) {
        var span = seconds(parameters.together().toMillis());
        return new Text("Two weaker indications of different kinds within " + span.english() + " in one zone.",
            "Deux indices plus faibles de nature différente en " + span.french() + " dans une même zone.");
    }

    private static Text said(Evidence one) {
        var english = number(one.value(), '.');
        var french = number(one.value(), ',');
        var id = one.sensor().text();
        return switch (one.kind()) {
            case FENCE_FIBRE -> new Text("Fibre " + id + " reported " + english + " g",
                "La fibre " + id + " a signalé " + french + " g");
            case INFRARED, TUNNEL, WATER ->
                new Text("Detector " + id + " reported a presence (confidence " + english + ")",
                    "Le détecteur " + id + " a signalé une présence (confiance " + french + ")");
            case RADAR -> new Text("Radar " + id + " reported a movement (confidence " + english + ")",
                "Le radar " + id + " a signalé un mouvement (confiance " + french + ")");
            case CAMERA -> new Text("Camera " + id + " reported a movement (confidence " + english + ")",
                "La caméra " + id + " a signalé un mouvement (confiance " + french + ")");
            case BEAM -> new Text("Beam " + id + " was broken", "Le faisceau " + id + " a été coupé");
            case CO2 -> new Text("Probe " + id + " measured " + english + " ppm of CO₂",
                "La sonde " + id + " a mesuré " + french + " ppm de CO₂");
            case HEARTBEAT -> new Text("Probe " + id + " reported a heartbeat (confidence " + english + ")",
                "La sonde " + id + " a signalé un battement de cœur (confiance " + french + ")");
            case SMOKE ->
                new Text("Detector " + id + " reported smoke", "Le détecteur " + id + " a signalé de la fumée");
            case POWER -> new Text("Supply " + id + " reported that the power is off",
                "L'alimentation " + id + " a signalé une coupure de courant");
        };
    }

    private static Text threshold(Rule rule) {
        var english = number(rule.alarm(), '.');
        var french = number(rule.alarm(), ',');
        return switch (rule.sensor()) {
            case FENCE_FIBRE -> new Text("Fence vibration of " + english + " g or more",
                "Vibration de clôture d'au moins " + french + " g");
            case INFRARED, TUNNEL, WATER -> new Text("Presence with a confidence of " + english + " or more",
                "Présence avec une confiance d'au moins " + french);
            case CAMERA -> new Text("Camera detection with a confidence of " + english + " or more",
                "Détection par caméra avec une confiance d'au moins " + french);
            case RADAR -> new Text("Radar detection with a confidence of " + english + " or more",
                "Détection radar avec une confiance d'au moins " + french);
            case BEAM -> new Text("Beam broken", "Faisceau coupé");
            case CO2 -> new Text("CO₂ of " + english + " ppm or more", "CO₂ d'au moins " + french + " ppm");
            case HEARTBEAT -> new Text("Heartbeat with a confidence of " + english + " or more",
                "Battement de cœur avec une confiance d'au moins " + french);
            case SMOKE -> new Text("Smoke reported", "Fumée signalée");
            case POWER -> new Text("Power off", "Courant coupé");
        };
    }

    private static Text times(int times) {
        return switch (times) {
            case 1 -> TIMES_ONE;
            case 2 -> new Text("twice", "deux fois");
            case 3 -> new Text("three times", "trois fois");
            default -> new Text(times + " times", times + " fois");
        };
    }

    private static Text seconds(long millis) {
        if (millis >= 60_000 && millis % 60_000 == 0) {
            return new Text(millis / 60_000 + " min", millis / 60_000 + " min");
        }
        var seconds = BigDecimal.valueOf(Math.max(millis, 100), 3).setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros().toPlainString();
        return new Text(seconds + " s", seconds.replace('.', ',') + " s");
    }

    /// At most two decimals, at least one below 100, none above: 4.1, 0.83, 812.
    private static String number(double value, char point) {
        int decimals = value >= 100 ? 0 : 2;
        var text = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return (text.endsWith("0") && decimals == 2 ? text.substring(0, text.length() - 1) : text).replace('.', point);
    }

    private static String upper(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String lower(String sentence) {
        return sentence.startsWith("CO₂")
            ? sentence
            : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
