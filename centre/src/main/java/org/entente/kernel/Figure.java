package org.entente.kernel;

/// One count for a report: what is counted, and how many. Never a person.
///
/// @param key stable name, for example `protection.referrals`
public record Figure(String key, Text label, long value) {}
