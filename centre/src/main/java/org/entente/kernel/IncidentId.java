package org.entente.kernel;

/// Names one incident for its whole life, on both sides of the border, for example `2026-0001`.
public record IncidentId(String text) implements Comparable<IncidentId> {

    public IncidentId {
        Names.check("IncidentId", text);
    }

    @Override
    public int compareTo(IncidentId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
