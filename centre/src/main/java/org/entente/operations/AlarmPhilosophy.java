package org.entente.operations;

import java.time.Duration;

/// The alarm philosophy of the centre as named numbers (ISA-18.2 / IEC 62682 clause "philosophy"; EEMUA 191).
///
/// @param window over which a rate is taken
/// @param acceptable alarms in a window that one desk answers well (EEMUA 191: 1 in 10 min)
/// @param manageable the most it can manage (EEMUA 191: 2 in 10 min; ISA-18.2: about 12 an hour)
/// @param flood more than this in a window is a flood (ISA-18.2, EEMUA 191: 10)
/// @param floodEnds below this in a window the flood is over (ISA-18.2: 5)
/// @param floodShare the most of the time that may be spent in flood (ISA-18.2: 1 %)
/// @param longestShelf an alarm comes back after this at the latest
/// @param longestSuppression an authority's suppression by design lasts this at the most
/// @param chattering so many alarms of one place within `chatter` are a chattering source (ISA-18.2: 3 in 1 min)
/// @param fleeting gone by itself, unanswered, within this
/// @param stale standing longer than this (ISA-18.2: 24 h)
public record AlarmPhilosophy(Duration window, int acceptable, int manageable, int flood, int floodEnds,
    double floodShare, Duration longestShelf, Duration longestSuppression, int chattering, Duration chatter,
    Duration fleeting, Duration stale) {

    /// The published figures, and this centre's own two limits: 8 hours on a shelf, 7 days of suppression.
    public static final AlarmPhilosophy STANDARD = new AlarmPhilosophy(Duration.ofMinutes(10), 1, 2, 10, 5, 0.01,
        Duration.ofHours(8), Duration.ofDays(7), 3, Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofHours(24));

    /// How heavy a load is for who bears it.
    public enum Band { ACCEPTABLE, MANAGEABLE, OVER, FLOOD }

    /// The band of so many alarms in one window.
    public Band band(int inWindow) {
        if (inWindow > flood) {
            return Band.FLOOD;
        }
        return inWindow <= acceptable ? Band.ACCEPTABLE : inWindow <= manageable ? Band.MANAGEABLE : Band.OVER;
    }

    /// Priorities as the standards group them, with the share of all alarms each should have: about 5 % high, 15 % medium,
    /// 80 % low (EEMUA 191, ISA-18.2).
    public enum Urgency {
        HIGH(0.05), MEDIUM(0.15), LOW(0.80);

        private final double target;

        Urgency(double target) {
            this.target = target;
        }

        /// The share it should have, 0 to 1.
        public double target() {
            return target;
        }

        /// Priority 1 is high, 2 medium, 3 and 4 are low.
        public static Urgency of(int priority) {
            return priority <= 1 ? HIGH : priority == 2 ? MEDIUM : LOW;
        }
    }
}
