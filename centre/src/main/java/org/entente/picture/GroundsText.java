package org.entente.picture;

import org.entente.fusion.FusedAlarm;
import org.entente.fusion.SensorStanding;
import org.entente.fusion.Term;
import org.entente.kernel.Text;

/// Says each term of a sum, and each sensor's word, in both languages, with the numbers.
final class GroundsText {

    /// Nothing speaks against it, and too little for it.
    static final Text NOT_ENOUGH = new Text("Too little speaks for it: the sum stays below the threshold.",
        "Trop peu d'éléments en sa faveur\u00a0: la somme reste sous le seuil.");

    private GroundsText() {}

    static Grounds.Reason reason(Term term) {
        return new Grounds.Reason(term.code().name(), name(term.code()), term.value(), said(term));
    }

    static Text name(Term.Code code) {
        return switch (code) {
            case PRIOR -> new Text("How rare it is", "Rareté de l'événement");
            case EXISTENCE -> new Text("Something is there", "Un objet est présent");
            case CROSSING -> new Text("It crosses inward", "Il franchit vers l'intérieur");
            case CLASS -> new Text("What it is", "Nature de l'objet");
            case SPEED -> new Text("How fast it goes", "Vitesse");
            case FENCE -> new Text("The fence spoke", "La clôture a signalé");
            case FENCE_SILENT -> new Text("The fence was silent", "La clôture n'a rien signalé");
            case OWN_UNIT -> new Text("A unit of ours is there", "Une de nos unités est sur place");
            case AGREEMENT -> new Text("Kinds of sensor agree", "Des capteurs de natures différentes concordent");
            case VERDICTS -> new Text("What officers found here before", "Constats précédents à cet endroit");
        };
    }

    private static Text said(Term term) {
        var f = term.figures();
        return switch (term.code()) {
            case PRIOR -> new Text("Intrusions are rare: what is seen must outweigh this.",
                "Les intrusions sont rares\u00a0: ce qui est observé doit l'emporter sur cela.");
            case EXISTENCE -> new Text("An object is there with a probability of " + en(f[0], 3) + ".",
                "Un objet est présent avec une probabilité de " + fr(f[0], 3) + ".");
            case CROSSING -> f[1] >= 0
                ? new Text(
                    "It is " + en(f[1], 1) + " m inside the fence; probability of a crossing " + en(f[0], 2) + ".",
                    "Il est à " + fr(f[1], 1) + " m à l'intérieur de la clôture\u00a0; probabilité de franchissement "
                        + fr(f[0], 2) + ".")
                : new Text(
                    "It is " + en(-f[1], 1) + " m outside, coming in; probability of a crossing " + en(f[0], 2) + ".",
                    "Il est à " + fr(-f[1], 1) + " m à l'extérieur et s'approche\u00a0; probabilité de franchissement "
                        + fr(f[0], 2) + ".");
            case CLASS -> new Text(
                "It looks like a person " + percent(f[0]) + " %, a vehicle " + percent(f[1]) + " %, an animal "
                    + percent(f[2]) + " %.",
                "Aspect d'une personne " + percent(f[0]) + "\u00a0%, d'un véhicule " + percent(f[1])
                    + "\u00a0%, d'un animal " + percent(f[2]) + "\u00a0%.");
            case SPEED -> new Text("It goes at " + en(f[0], 1) + " m/s.", "Il se déplace à " + fr(f[0], 1) + " m/s.");
            case FENCE -> new Text(
                count(f[0], "report", "reports") + " of the fence, the nearest " + en(f[1], 0) + " m and " + en(f[2], 1)
                    + " s away.",
                count(f[0], "signalement", "signalements") + " de la clôture, le plus proche à " + fr(f[1], 0)
                    + " m et "
                    + fr(f[2], 1) + " s.");
            case FENCE_SILENT -> new Text(
                "The fence did not speak; it stays silent under a person " + percent(f[0]) + " % of the time.",
                "La clôture n'a rien signalé\u00a0; elle reste muette " + percent(f[0])
                    + "\u00a0% du temps au passage d'une personne.");
            case OWN_UNIT -> new Text(
                "A unit of ours is " + en(f[0], 0) + " m away, by its position of " + en(f[1], 0) + " s ago.",
                "Une de nos unités est à " + fr(f[0], 0) + " m, selon sa position d'il y a " + fr(f[1], 0) + " s.");
            case AGREEMENT -> new Text(en(f[0], 0) + " kinds of sensor saw it.",
                fr(f[0], 0) + " natures de capteurs l'ont vu.");
            case VERDICTS -> new Text(
                "Of " + en(f[1], 0) + " alarms that officers judged here, " + en(f[0], 0) + " were nuisance.",
                "Sur " + fr(f[1], 0) + " alarmes jugées ici par les officiers, " + fr(f[0], 0)
                    + " étaient intempestives.");
        };
    }

    static Text witness(FusedAlarm.Word word) {
        return switch (word) {
            case SAW_IT -> new Text("saw it", "l'a vu");
            case SHOULD_HAVE_SEEN_IT ->
                new Text("should have seen it and did not", "aurait dû le voir et ne l'a pas vu");
            case TOO_SLOW_FOR_IT -> new Text("does not see what moves so slowly",
                "ne voit pas ce qui se déplace aussi lentement");
            case OUT_OF_FIELD ->
                new Text("could not see it: out of its field", "ne pouvait pas le voir\u00a0: hors de son champ");
            case SILENT ->
                new Text("could not have said so: it is silent", "ne pouvait pas le dire\u00a0: il est muet");
            case NOT_BELIEVED -> new Text("is not believed at present", "n'est pas cru en ce moment");
        };
    }

    static Text doubt(SensorStanding.Doubt doubt) {
        return switch (doubt) {
            case NONE -> new Text("believed", "cru");
            case STUCK ->
                new Text("It says the same for ever: stuck", "Il répète toujours la même chose\u00a0: bloqué");
            case FLOODED ->
                new Text("It reports far more than there can be", "Il signale bien plus que ce qui peut exister");
            case MISALIGNED -> new Text("It points beside our own units: misaligned",
                "Il pointe à côté de nos propres unités\u00a0: désaligné");
            case CLOCK -> new Text("Its clock is wrong, or its words come too late",
                "Son horloge est fausse, ou ses messages arrivent trop tard");
            case ABSURD -> new Text("It says what no such sensor can mean",
                "Il dit ce qu'aucun capteur de ce type ne peut signifier");
        };
    }

    /// What would have kept an alarm from being raised.
    static java.util.List<Text> suppressors() {
        return java.util.List.of(
            new Text("a unit of ours within 20 m, by a position not older than 8 s",
                "une de nos unités à moins de 20 m, selon une position de moins de 8 s"),
            new Text("a camera that sees an animal", "une caméra qui voit un animal"),
            new Text("a suppression by design of this place, entered by operational command",
                "une neutralisation par conception de ce lieu, saisie par le commandement opérationnel"));
    }

    private static String count(double number, String one, String many) {
        return en(number, 0) + " " + (number == 1 ? one : many);
    }

    private static String percent(double share) {
        return en(100 * share, 0);
    }

    private static String en(double value, int decimals) {
        return java.math.BigDecimal.valueOf(value).setScale(decimals, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static String fr(double value, int decimals) {
        return en(value, decimals).replace('.', ',');
    }
}
