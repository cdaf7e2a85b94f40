package org.entente.kernel;

/// A named place of the site plan, for example the fence section `CAL-F-012`.
public record PlaceId(String text) implements Comparable<PlaceId> {

    public PlaceId {
        Names.check("PlaceId", text);
    }

    @Override
    public int compareTo(PlaceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
