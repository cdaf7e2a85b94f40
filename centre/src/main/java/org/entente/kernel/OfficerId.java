package org.entente.kernel;

/// One officer's account, for example `paf.1`; never a name.
public record OfficerId(String text) implements Comparable<OfficerId> {

    public OfficerId {
        Names.check("OfficerId", text);
    }

    @Override
    public int compareTo(OfficerId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
