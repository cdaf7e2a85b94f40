package org.entente.kernel;

/// The six processing operations that must be logged (Directive (EU) 2016/680 Art 25(1); UK DPA 2018 s.62).
public enum LedVerb { COLLECT, ALTER, CONSULT, DISCLOSE, COMBINE, ERASE }
