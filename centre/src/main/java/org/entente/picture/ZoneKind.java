package org.entente.picture;

/// What a zone of the site plan is.
public enum ZoneKind { FENCE, GATE, LANE, TRACK, WATER, PARKING, TUNNEL, PLATFORM, AREA }
