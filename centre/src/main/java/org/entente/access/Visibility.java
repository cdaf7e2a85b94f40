package org.entente.access;

import org.entente.kernel.Marking;

/// The one place that decides who may see a marked thing. `entente_may_see` in PostgreSQL says the same underneath, and a
/// test compares the two.
public final class Visibility {

    /// How much of a thing is shown.
    public enum Sight {
        /// Everything.
        FULL,
        /// Place and need of a life at risk, nothing else.
        RESTRICTED,
        /// Not even that it exists.
        NONE
    }

    private Visibility() {}

    /// Whether the marking lets the viewer see the thing in full: cleared high enough, released to their agency or state (or to
    /// everybody, or their own agency's), and admitted to its compartment if it has one.
    public static boolean maySee(Viewer viewer, Marking marking) {
        return viewer.clearance().compareTo(marking.classification()) >= 0
            && released(viewer, marking)
            && marking.compartment().map(viewer.compartments()::contains).orElse(true);
    }

    /// How much the viewer is shown. A life at risk is never hidden by a marking: place and need always show.
    public static Sight of(Viewer viewer, Marking marking, boolean lifeAtRisk) {
        if (maySee(viewer, marking)) {
            return Sight.FULL;
        }
        return lifeAtRisk ? Sight.RESTRICTED : Sight.NONE;
    }

    private static boolean released(Viewer viewer, Marking marking) {
        var to = marking.releasableTo();
        return to.isEmpty() || marking.originator().equals(viewer.agency())
            || to.contains(viewer.agency().text()) || to.contains(viewer.state());
    }
}
