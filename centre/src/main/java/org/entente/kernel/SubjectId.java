package org.entente.kernel;

/// Names the person a personal entry is about, by a random number only: the handle of their key, never an attribute.
public record SubjectId(String text) implements Comparable<SubjectId> {

    public SubjectId {
        Names.check("SubjectId", text);
    }

    @Override
    public int compareTo(SubjectId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
