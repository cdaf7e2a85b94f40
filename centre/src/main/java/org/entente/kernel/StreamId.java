package org.entente.kernel;

/// The thing a run of entries happened to, `kind/id`, for example `incident/2026-0001`.
public record StreamId(String text) implements Comparable<StreamId> {

    public StreamId {
        Names.check("StreamId", text);
    }

    @Override
    public int compareTo(StreamId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
