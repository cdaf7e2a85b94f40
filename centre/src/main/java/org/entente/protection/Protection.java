package org.entente.protection;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.entente.journal.JournalCorrupt;
import org.entente.kernel.Actor;
import org.entente.kernel.Answer;
import org.entente.kernel.DeskId;
import org.entente.kernel.Figure;
import org.entente.kernel.FigureSource;
import org.entente.kernel.LedVerb;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;
import org.entente.protection.Concern.Event;
import org.entente.protection.Concern.State;
import org.entente.protection.Concern.Told;
import org.entente.protection.ConcernRules.Ruling;
import org.entente.protection.ProtectionStore.Row;

/// The one door of the protected store. Safe from any thread; one command at a time.
///
/// Everything but [#raise] and [#figures] asks who looks and for which purpose, refuses any purpose but safeguarding, and is recorded
/// on this side of the wall before it answers.
public final class Protection implements FigureSource {

    /// What an officer wants to tell. See [Concern.Told] for the lengths.
    public record Wish(Category category, List<Need> needs, String text, String place) {

        public Wish {
            needs = needs.stream().distinct().toList();
        }
    }

    /// What became of it.
    public sealed interface Raising {
        record Taken(Receipt receipt) implements Raising {}
        record Refused(Text reason) implements Raising {}
    }

    /// One line of the list.
    public record Line(Receipt receipt, Category category, State state, Optional<Service> service, Instant raisedAt,
        Instant changedAt) {}

    /// A step somebody took.
    ///
    /// @param officer and desk of safeguarding; `-` for the raising
    public record Done(Instant at, String officer, String desk, Text what) {}

    /// A concern as a safeguarding desk opens it.
    ///
    /// @param told empty when it was erased
    public record Case(Line line, Optional<Told> told, List<Done> steps) {}

    private static final int TEXT = 4_000;
    private static final int PLACE = 200;
    private static final Answer NOT_YOURS = new Answer.Refused(
        new Text("Only for protection", "Réservé à la protection"));
    private static final Answer UNKNOWN = new Answer.Refused(new Text("Unknown concern", "Signalement inconnu"));

    private final ProtectionStore store;
    private final ConcernRecord record;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    /// Opens the store and checks its chain.
    ///
    /// @param protection the pool of the role `entente_protection`
    /// @param keyFile made (mode 0600) at the first start; without it nothing in the store can be opened
    /// @throws JournalCorrupt the record was changed
    public Protection(DataSource protection, Path keyFile, InstantSource clock) {
        this.store = new ProtectionStore(protection);
        this.record = new ConcernRecord(store, Vault.of(keyFile));
        this.clock = clock;
        verify();
    }

    /// Checks the chain of the record from its first entry.
    ///
    /// @throws JournalCorrupt with the position from which it does not hold
    public void verify() {
        store.broken().ifPresent(position -> {
            throw new JournalCorrupt("the record of protection does not hold at position " + position);
        });
    }

    /// Takes a concern in. Refused: a text or place that is too long. The desk is sealed with the rest.
    public synchronized Raising raise(Wish wish, DeskId desk) {
        var refusal = refusal(wish);
        if (refusal.isPresent()) {
            return new Raising.Refused(refusal.get());
        }
        var receipt = Receipt.draw(chance);
        record.raise(receipt,
            new Event.Raised(new Told(wish.category(), wish.needs(), wish.text(), wish.place(), desk, now())));
        return new Raising.Taken(receipt);
    }

    /// Why such a wish would be refused; empty if it would not.
    public static Optional<Text> refusal(Wish wish) {
        return wish.text().length() <= TEXT && wish.place().length() <= PLACE
            ? Optional.empty()
            : Optional.of(new Text("The text has at most 4,000 characters, the place 200",
                "Le texte a au plus 4 000 caractères, le lieu 200"));
    }

    /// A safeguarding desk takes it on. Refused: unknown, already accepted, closed, erased, another purpose.
    public Answer accept(Actor who, String receipt) {
        return decide(who, receipt, LedVerb.ALTER, ConcernRules::accept);
    }

    /// Refers it to a service. Refused: not accepted yet, already there, closed, erased, another purpose.
    public Answer refer(Actor who, String receipt, Service service) {
        return decide(who, receipt, LedVerb.DISCLOSE, (now, at) -> ConcernRules.refer(now, service, at));
    }

    /// Ends it. Refused: not accepted yet, closed, erased, another purpose.
    public Answer close(Actor who, String receipt, Result result) {
        return decide(who, receipt, LedVerb.ALTER, (now, at) -> ConcernRules.close(now, result, at));
    }

    /// Destroys the key of the subject: what was told is gone, the chain stands. Refused: unknown, erased before, another purpose.
    public Answer erase(Actor who, String receipt, ErasureReason reason) {
        return decide(who, receipt, LedVerb.ERASE, (now, at) -> ConcernRules.erase(now, reason, at));
    }

    /// The list, newest first, at most 500; without text, place or desk. Empty for any purpose but safeguarding.
    public List<Line> concerns(Actor who) {
        if (who.purpose() != Purpose.SAFEGUARDING) {
            return List.of();
        }
        store.look(who, LedVerb.CONSULT, "concerns", now());
        return store.board().stream().map(Protection::line).toList();
    }

    /// One concern. Empty: unknown, or any purpose but safeguarding.
    ///
    /// @param receipt as somebody reads it out
    public Optional<Case> concern(Actor who, String receipt) {
        if (who.purpose() != Purpose.SAFEGUARDING) {
            return Optional.empty();
        }
        return Receipt.read(receipt).flatMap(known -> {
            store.look(who, LedVerb.CONSULT, "concern/" + known.text(), now());
            return store.row(known.text()).map(row -> opened(known, row));
        });
    }

    /// Concerns raised and referrals made in `[from, to)`: totals, then referrals by category, always the same keys. The one thing that comes
    /// out; small numbers are withheld where it is published ([org.entente.kernel.SmallNumbers]).
    @Override
    public List<Figure> figures(Instant from, Instant to) {
        var raised = store.counts("concern.raised", from, to);
        var referred = store.counts("concern.referred", from, to);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("protection.concerns", new Text("Concerns raised", "Signalements de protection"),
            sum(raised.values())));
        figures.add(new Figure("protection.referrals",
            new Text("Referrals to protection", "Orientations vers la protection"), sum(referred.values())));
        for (var category : Category.values()) {
            var label = new Text("Referrals: " + category.text().english(),
                "Orientations : " + category.text().french());
            figures
                .add(new Figure("protection.referrals." + category.name(), label, referred.getOrDefault(category, 0L)));
        }
        return List.copyOf(figures);
    }

    private synchronized Answer decide(Actor who, String spoken, LedVerb verb,
        BiFunction<Concern, Instant, Ruling> rule) {
        if (who.purpose() != Purpose.SAFEGUARDING) {
            return NOT_YOURS;
        }
        var receipt = Receipt.read(spoken);
        var row = receipt.flatMap(known -> store.row(known.text()));
        if (row.isEmpty()) {
            return UNKNOWN;
        }
        var at = now();
        store.look(who, verb, "concern/" + receipt.get().text(), at);
        return switch (rule.apply(fold(record.steps(receipt.get())), at)) {
            case Ruling.Refuse(var reason) -> new Answer.Refused(reason);
            case Ruling.Admit(var event) -> {
                long version = store.entries(receipt.get().text()).size() + 1L;
                yield new Answer.Done(record.add(receipt.get(), version, event, after(row.get(), event, at), who, at),
                    receipt.get().text());
            }
        };
    }

    private Case opened(Receipt receipt, Row row) {
        var steps = record.steps(receipt);
        var told = switch (fold(steps)) {
            case Concern.Waiting(var what, _) -> Optional.of(what);
            case Concern.WithService(var what, _) -> Optional.of(what);
            case Concern.Ended(var what, _) -> Optional.of(what);
            case Concern.None _,Concern.Gone _ -> Optional.<Told>empty();
        };
        return new Case(line(row), told, steps.stream().map(Protection::done).toList());
    }

    private static Concern fold(List<ConcernRecord.Step> steps) {
        var concern = Concern.NONE;
        for (var step : steps) {
            concern = concern.after(step.event());
        }
        return concern;
    }

    private static Row after(Row row, Event event, Instant at) {
        return switch (event) {
            case Event.Raised _ -> row;
            case Event.Accepted _ -> changed(row, State.ACCEPTED, row.service(), at);
            case Event.Referred(var service, _) -> changed(row, State.REFERRED, Optional.of(service), at);
            case Event.Closed _ -> changed(row, State.CLOSED, row.service(), at);
            case Event.Erased _ -> changed(row, State.ERASED, Optional.empty(), at);
        };
    }

    private static Row changed(Row row, State state, Optional<Service> service, Instant at) {
        return new Row(row.receipt(), row.category(), state, service, row.raisedAt(), at);
    }

    private static Line line(Row row) {
        return new Line(new Receipt(row.receipt()), row.category(), row.state(), row.service(), row.raisedAt(),
            row.changedAt());
    }

    private static Done done(ConcernRecord.Step step) {
        return switch (step.event()) {
            case Event.Raised(var told) ->
                new Done(told.at(), step.officer(), step.desk(), new Text("Raised", "Signalé"));
            case Event.Accepted(var at) -> new Done(at, step.officer(), step.desk(), new Text("Accepted", "Accepté"));
            case Event.Referred(var service, var at) -> new Done(at, step.officer(), step.desk(),
                new Text("Referred: " + service.text().english(), "Orienté : " + service.text().french()));
            case Event.Closed(var result, var at) -> new Done(at, step.officer(), step.desk(),
                new Text("Closed: " + result.text().english(), "Clos : " + result.text().french()));
            case Event.Erased(var reason, var at) -> new Done(at, step.officer(), step.desk(),
                new Text("Erased: " + reason.text().english(), "Effacé : " + reason.text().french()));
        };
    }

    private static long sum(Iterable<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
