/// Incidents, tasks, units, procedures, decisions and command: what the centre does about what it sees.
///
/// Joint Declaration, Calais, 20 August 2015, §15(iv): under French operational command, with permanent desks of both
/// states. Any desk proposes; the operational command of the one state approves; gold sets parameters and tasks nobody.
///
/// ```text
/// alarm     RAISED ──taken──▶ TAKEN        RAISED ──dismissed──▶ DISMISSED (never a life at risk); the rest: the table
/// incident  OPEN ⟲ step, note, task ──closed──▶ CLOSED
/// task      PROPOSED ──approved──▶ APPROVED ──received──▶ RECEIVED ──accepted──▶ ACCEPTED ──done──▶ DONE
///              └──declined──▶ DECLINED   └──────── unable ──▶ UNABLE,  cancelled ──▶ CANCELLED
/// ```
///
/// The alarm's life cycle is that of ISA-18.2 / IEC 62682. A row is where the alarm stands, a column what befalls it, a field
/// where it stands then; `-` is refused or cannot happen. *returned* is the picture's word that the cause is gone, *time over*
/// the centre's own entry when a shelf or a suppression ends (`passTo`), which needs no clock in a replay.
///
/// ```text
///              acknowledge   take    dismiss    shelve   unshelve  returned      time over
/// RAISED       ACKNOWLEDGED  TAKEN   DISMISSED  SHELVED  -         RETURNED      -
/// ACKNOWLEDGED -             TAKEN   DISMISSED  SHELVED  -         ACKNOWLEDGED  -
/// RETURNED     ACKNOWLEDGED  TAKEN   DISMISSED  SHELVED  -         -             -
/// SHELVED      -             TAKEN   DISMISSED  -        RAISED*   SHELVED       RAISED*
/// SUPPRESSED   -             TAKEN   DISMISSED  -        -         SUPPRESSED    RAISED**
/// TAKEN        -             -       -          -        -         TAKEN         -
/// DISMISSED    -             -       -          -        -         DISMISSED     -
/// *  RETURNED when its cause went away meanwhile   ** stays SUPPRESSED when its cause went away meanwhile
/// ```
///
/// A life at risk is neither shelved, suppressed nor dismissed, whoever wishes it. A suppression by design is an entry of
/// operational command for a place or a sensor, seven days at the most; a shelf is a desk's, for one alarm, eight hours at
/// the most. Every dismissed alarm and every closed incident leaves a [Verdict] on the place and the sensors, and
/// [AlarmLoad] tells when the desks have more before them than people can answer.
///
/// Read in this order: [Operations] (the face), [Alarm], [Incident], [Task] (the things), [OperationsRules],
/// [ShelvingRules], [Board] (the fold of all of them), [OperationsCodec], [OperationsStore]. Called by `web`, `handover` and
/// `server`.
package org.entente.operations;
