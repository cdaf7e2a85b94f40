package org.entente.feeds;

import java.time.InstantSource;
import org.entente.picture.Intake;

/// What all connections of the SAPIENT server share.
record SapientParts(SapientSettings settings, SapientIcd icd, SapientRules rules, SapientReplies replies,
    SapientNodes nodes, Intake intake, InstantSource clock, SapientCounters counters) {}
