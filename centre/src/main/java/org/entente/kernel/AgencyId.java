package org.entente.kernel;

/// An agency of either state, for example `BORDER_FORCE`.
public record AgencyId(String text) implements Comparable<AgencyId> {

    public AgencyId {
        Names.check("AgencyId", text);
    }

    @Override
    public int compareTo(AgencyId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
