/// The monthly joint report of the two gold commanders to both ministers (JD2015 §15(v)): what was seen, detected and
/// disrupted on both sides of the Channel; later forms and public figures.
///
/// One figure model ([Figures]), two editions: the English and the French report, on screen and on paper, print the same
/// record, so they cannot differ in a number. [Ledger] folds the journal into rows, [MonthCount] counts a month of them,
/// [ReportPage] and [ReportChapters] write the page, [PdfPress] prints it.
///
/// ## Words
/// *Seen*: an alarm of a kind that points to an attempt at irregular crossing. *Detected*: an incident of such a kind opened by
/// an officer. *Disrupted*: such an incident closed as prevented, found, rescued or referred. The state is that of the desk that
/// acted, never that of a place or a person. Events are counted, not persons.
///
/// ## What it refuses
/// No figure by nationality, origin, name, language or religion: none is recorded. What comes out of protection is a count
/// through `kernel.FigureSource`; `kernel.SmallNumbers` withholds small ones before they reach the figures, so that no data
/// download, edition or later program can print them. Figures of less than a month say so in a box on the first page.
///
/// Called by `web` (reading) and `server` (the demo's files, and the press for the rule book of the law). Knows the journal and the kernel only.
package org.entente.reports;
