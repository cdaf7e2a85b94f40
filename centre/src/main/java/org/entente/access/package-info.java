/// Who may do what, who may see what, and the record of who looked.
///
/// Officers sit at desks; a desk has one [Role], its purposes, its clearance and its compartments. What a role may do at which door
/// is one table ([AccessTable]); what a viewer may see of a marked thing is one rule ([Visibility]), which PostgreSQL repeats
/// underneath (`V310__visibility.sql`). Every look at a record is itself recorded ([Audit]; Directive (EU) 2016/680 Art 25,
/// Data Protection Act 2018 s.62). An account is a seat: it holds no name and no attribute of a person.
///
/// Called by `web` for every request, and by the modules for the visibility of their boards. Knows kernel and journal only.
package org.entente.access;
