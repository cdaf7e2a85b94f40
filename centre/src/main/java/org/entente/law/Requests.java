package org.entente.law;

import java.util.Optional;

/// Requests between states, as both regimes know them: what [Outcome] and [Transfers] need of them.
interface Requests {

    /// The requests of the regime of a file.
    static Requests of(Inquiry q) {
        return q.file().regime() == Regime.AMMR ? new MigrationRequests(q) : new DublinRequests(q);
    }

    /// Which request a file is about.
    Procedure kind();

    /// The act on the application from which the period for a request runs, by the name of its field; noted as missing where
    /// unknown.
    Optional<String> lodging();

    /// The last day for the request, where the facts give it.
    Optional<Due> request();

    /// The same with the delay of a late answer to a request for information.
    Optional<Due> whole();

    /// The last day for the reply.
    Optional<Due> reply();

    /// Whether the facts hold what starts the period for a request.
    boolean hasStart();

    /// The rules that differ between the regimes.
    Rules rules();

    /// @param humanitarian  the request on humanitarian grounds
    /// @param clause        its article
    /// @param window        the period for asking a re-examination
    /// @param answer        the period for answering it
    /// @param silenceEnds   the outcome of a re-examination that nobody answers
    /// @param transfer      the six months
    /// @param prison        imprisonment
    /// @param absconding    absconding
    /// @param fromNotice    whether the extension for absconding runs from the notice, not from the start of the six months
    /// @param states        fields that name the states whose holidays matter
    record Rules(Rule humanitarian, String clause, Rule window, Rule answer, String silenceEnds, Rule transfer,
        Rule prison,
        Rule absconding, boolean fromNotice, String[] states) {}
}
