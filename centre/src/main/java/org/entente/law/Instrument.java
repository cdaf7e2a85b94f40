package org.entente.law;

import java.time.LocalDate;
import org.entente.kernel.Text;

/// A legal text that the rules cite, with the days between which it governs.
public enum Instrument {

    DUBLIN_III("Regulation (EU) No 604/2013", "règlement (UE) n° 604/2013", "2014-01-01", "2026-06-11"),

    IMPLEMENTING("Regulation (EC) No 1560/2003 as amended by 118/2014",
        "règlement (CE) n° 1560/2003 modifié par 118/2014",
        "2014-01-01", "2026-06-11"),

    MIGRATION("Regulation (EU) 2024/1351", "règlement (UE) 2024/1351", "2026-06-12", "9999-12-31"),

    MIGRATION_IMPLEMENTING("Implementing Regulation (EU) 2025/2055", "règlement d’exécution (UE) 2025/2055",
        "2026-06-12",
        "9999-12-31"),

    PROCEDURES_DIRECTIVE("Directive 2013/32/EU", "directive 2013/32/UE", "2015-07-20", "2026-06-11"),

    PROCEDURES_REGULATION("Regulation (EU) 2024/1348", "règlement (UE) 2024/1348", "2026-06-12", "9999-12-31"),

    RETURN_DIRECTIVE("Directive 2008/115/EC", "directive 2008/115/CE", "2010-12-24", "9999-12-31"),

    TRAFFICKING_PERMITS("Directive 2004/81/EC", "directive 2004/81/CE", "2006-08-06", "9999-12-31"),

    TRAFFICKING_CONVENTION("Council of Europe Convention CETS 197", "convention du Conseil de l’Europe STCE n° 197",
        "2008-02-01",
        "9999-12-31"),

    PALERMO("Palermo Protocol", "protocole de Palerme", "2003-12-25", "9999-12-31"),

    NRM("United Kingdom National Referral Mechanism", "mécanisme national d’orientation du Royaume-Uni (NRM)",
        "2009-04-01",
        "9999-12-31"),

    CESEDA("French code of entry and residence of aliens (CESEDA)",
        "code de l’entrée et du séjour des étrangers (CESEDA)",
        "2007-09-15", "9999-12-31"),

    CASF("French code of social action and families (CASF)", "code de l’action sociale et des familles (CASF)",
        "2001-01-01", "9999-12-31"),

    COURT_ORDER("Order of a French administrative court", "ordonnance d’une juridiction administrative française",
        "2001-01-01",
        "9999-12-31"),

    ENTENTE("Entente", "Entente", "2001-01-01", "9999-12-31");

    private final Text text;
    private final LocalDate from;
    private final LocalDate to;

    Instrument(String english, String french, String from, String to) {
        this.text = new Text(english, french);
        this.from = LocalDate.parse(from);
        this.to = LocalDate.parse(to);
    }

    /// Its name.
    public Text text() {
        return text;
    }

    /// The first day on which it governs.
    public LocalDate from() {
        return from;
    }

    /// The last day on which it governs; 9999-12-31 where no end is known.
    public LocalDate to() {
        return to;
    }

    boolean governs(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
