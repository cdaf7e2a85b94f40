package org.entente.field;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// One word of one sensor.
///
/// @param datastream `<sensor id>/<property>`
/// @param at the exercise clock's time, milliseconds
record Reading(String datastream, Instant at, JsonNode result) {}
