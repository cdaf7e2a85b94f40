package org.entente.picture;

import java.util.Comparator;
import org.entente.picture.Fact.AlarmRaised;

/// How alarms are ordered wherever they stand in a row.
public final class Alarms {

    /// Life at risk before everything, then priority 1 to 4, then the oldest; the id makes the order total.
    public static final Comparator<AlarmRaised> URGENCY = Comparator
        .comparing((AlarmRaised alarm) -> !alarm.lifeAtRisk())
        .thenComparingInt(AlarmRaised::priority)
        .thenComparing(AlarmRaised::at)
        .thenComparing(AlarmRaised::id);

    private Alarms() {}
}
