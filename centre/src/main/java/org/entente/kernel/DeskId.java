package org.entente.kernel;

/// A permanent desk of the centre, for example `DESK-PAF-1` (JD2015 §15(iv)).
public record DeskId(String text) implements Comparable<DeskId> {

    public DeskId {
        Names.check("DeskId", text);
    }

    @Override
    public int compareTo(DeskId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
