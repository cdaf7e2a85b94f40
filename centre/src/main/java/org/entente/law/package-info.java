/// The law as code: time limits and rules of responsibility, return and protection, as dated and cited parameters.
///
/// A [CaseFile] of dated facts goes in; an [Opinion] comes out: every time limit with its last day, its state, what
/// follows when it is missed, the article, and the chain of reasons down to the rule of counting. Nothing here reads a
/// clock, a file or a setting: the day on which a question is asked is a fact like any other (`asOf`).
///
/// How to read it, in this order: [Rule] (one rule, with its article, its wording in both languages and how sure the
/// reading is), the rule books ([DublinRules], [ImplementingRules], [MigrationRules], [ProcedureRules],
/// [ProtectionRules]), then the questions: [DublinRequests], [DublinTransfers], [MigrationRequests] and so on, and the
/// criteria tables [DublinCriteria] and [MigrationCriteria]. [Law] is the door.
///
/// Three promises, each of them tested: an unknown fact gives "missing", never a guess; contradictory facts give
/// "contradiction", never a date; and what comes out is a proposal with reasons for a human being who decides
/// (Directive (EU) 2016/680 Art 11, Regulation (EU) 2016/679 Art 22). It is not legal advice.
package org.entente.law;
