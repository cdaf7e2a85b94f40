package org.entente.kernel;

/// Names one task given to a unit, for example `2026-0001-T1`.
public record TaskId(String text) implements Comparable<TaskId> {

    public TaskId {
        Names.check("TaskId", text);
    }

    @Override
    public int compareTo(TaskId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
