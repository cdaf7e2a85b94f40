package org.entente.kernel;

/// One unit in the field, for example `CRS-3`; also the uid of its TAK client.
public record UnitId(String text) implements Comparable<UnitId> {

    public UnitId {
        Names.check("UnitId", text);
    }

    @Override
    public int compareTo(UnitId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
