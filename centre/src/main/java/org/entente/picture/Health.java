package org.entente.picture;

/// How a sensor is: never heard, well, at fault by its own word, or without any word for three minutes.
public enum Health { UNKNOWN, OK, FAULT, SILENT }
