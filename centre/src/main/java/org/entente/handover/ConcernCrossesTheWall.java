package org.entente.handover;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.access.Audit;
import org.entente.access.Look;
import org.entente.access.Session;
import org.entente.kernel.LedVerb;
import org.entente.kernel.Text;
import org.entente.protection.Category;
import org.entente.protection.Need;
import org.entente.protection.Protection;

/// An officer raises a concern for a person; it crosses the wall and nothing comes back but the receipt. Any thread.
///
/// The enforcement side keeps neither the receipt nor the link from an incident to a concern: which incident the officer was working
/// on is not even a parameter here. Its audit says that a concern was raised, and no more.
public final class ConcernCrossesTheWall {

    /// What became of it.
    public sealed interface Crossing {
        /// Shown to the officer once, kept nowhere on this side.
        record Crossed(String receipt) implements Crossing {}
        record Refused(Text reason) implements Crossing {}
    }

    private final Protection protection;
    private final Audit audit;
    private final InstantSource clock;

    public ConcernCrossesTheWall(Protection protection, Audit audit, InstantSource clock) {
        this.protection = protection;
        this.audit = audit;
        this.clock = clock;
    }

    /// Puts the concern in. Refused: an unknown category or need, a text or place that is too long.
    ///
    /// @param category a name of [Category]
    /// @param needs names of [Need]
    /// @param text what the officer wants to tell, up to 4,000 characters, may be empty
    /// @param place where, in words, up to 200 characters, may be empty
    public Crossing raise(Session officer, String category, List<String> needs, String text, String place) {
        var known = find(Category.values(), category);
        var wanted = new ArrayList<Need>();
        for (var need : needs) {
            find(Need.values(), need).ifPresent(wanted::add);
        }
        if (known.isEmpty() || wanted.size() != needs.size()) {
            return new Crossing.Refused(new Text("Unknown category or need", "Catégorie ou besoin inconnu"));
        }
        var wish = new Protection.Wish(known.get(), wanted, text, place);
        var refusal = Protection.refusal(wish);
        if (refusal.isPresent()) {
            return new Crossing.Refused(refusal.get());
        }
        audit.recordNow(
            new Look(clock.instant(), officer.actor(), LedVerb.COLLECT, "protection", "a concern was raised"));
        return switch (protection.raise(wish, officer.desk())) {
            case Protection.Raising.Taken(var receipt) -> new Crossing.Crossed(receipt.text());
            case Protection.Raising.Refused(var reason) -> new Crossing.Refused(reason);
        };
    }

    private static <E extends Enum<E>> Optional<E> find(E[] words, String name) {
        return Arrays.stream(words).filter(word -> word.name().equals(name)).findFirst();
    }
}
