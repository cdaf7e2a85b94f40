package org.entente.kernel;

import java.time.Instant;
import java.util.List;

/// Whoever can count something for the joint report. The only thing that comes out of protection.
public interface FigureSource {

    /// The counts of `[from, to)`, always the same keys in the same order.
    List<Figure> figures(Instant from, Instant to);
}
