/// The wall: concerns for vulnerable people, and where they were referred.
///
/// Enforcement can put a concern in and gets a receipt; nothing comes back out to it but counts ([org.entente.kernel.FigureSource]).
/// The store is its own: database `entente_protection`, role, key file, journal and record of looks. What identifies a person is
/// sealed under a key per concern; destroying the key erases it and leaves the chain of the record standing.
///
/// Words: concern / signalement, referral / orientation, receipt / récépissé, place of safety / lieu sûr.
///
/// ```text
///   RAISED ──accept──▶ ACCEPTED ──refer──▶ REFERRED ⟲ refer
///                          └──────close──────┴──▶ CLOSED       any ──erase──▶ ERASED
/// ```
///
/// Source: Joint Declaration, Calais, 20 August 2015, on identifying and safeguarding the vulnerable; Directive 2011/36/EU Art 11;
/// Council of Europe Convention on Action against Trafficking Art 10 and 12. Called by `web` for the safeguarding desks, and by
/// `handover.ConcernCrossesTheWall` to raise; by nobody else.
package org.entente.protection;
