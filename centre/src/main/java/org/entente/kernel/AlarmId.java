package org.entente.kernel;

/// Names one alarm; made from its rule, place and first observation, so that a replay makes the same.
public record AlarmId(String text) implements Comparable<AlarmId> {

    public AlarmId {
        Names.check("AlarmId", text);
    }

    @Override
    public int compareTo(AlarmId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
