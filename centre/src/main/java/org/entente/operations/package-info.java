/// Incidents, tasks, units, procedures, decisions and command: what the centre does about what it sees.
///
/// Joint Declaration, Calais, 20 August 2015, §15(iv): under French operational command, with permanent desks of both
/// states. Any desk proposes; the operational command of the one state approves; gold sets parameters and tasks nobody.
///
/// ```text
/// alarm     RAISED ──taken──▶ TAKEN        RAISED ──dismissed──▶ DISMISSED (never a life at risk)
/// incident  OPEN ⟲ step, note, task ──closed──▶ CLOSED
/// task      PROPOSED ──approved──▶ APPROVED ──received──▶ RECEIVED ──accepted──▶ ACCEPTED ──done──▶ DONE
///              └──declined──▶ DECLINED   └──────── unable ──▶ UNABLE,  cancelled ──▶ CANCELLED
/// ```
///
/// Read in this order: [Operations] (the face), [Alarm], [Incident], [Task] (the things), [OperationsRules], [Board]
/// (the fold of all of them), [OperationsCodec], [OperationsStore]. Called by `web`, `handover` and `server`.
package org.entente.operations;
