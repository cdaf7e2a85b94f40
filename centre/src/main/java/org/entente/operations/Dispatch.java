package org.entente.operations;

/// How an approved task reaches its unit, and how a cancelled one is taken back. Answered by the CoT feed.
public interface Dispatch {

    /// Sends the task to its unit; keeps trying until the unit answers or it is recalled.
    void send(Task task, Incident incident);

    /// Tells the unit that the task is off.
    void recall(Task task);
}
