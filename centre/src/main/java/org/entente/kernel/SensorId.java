package org.entente.kernel;

/// One sensor of the reference deployment, for example `CAL-FIB-012`.
public record SensorId(String text) implements Comparable<SensorId> {

    public SensorId {
        Names.check("SensorId", text);
    }

    @Override
    public int compareTo(SensorId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
