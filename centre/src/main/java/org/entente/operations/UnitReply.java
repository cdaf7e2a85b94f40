package org.entente.operations;

/// What a unit answers to its task.
public enum UnitReply { RECEIVED, ACCEPTED, UNABLE, DONE }
