/// The words every other module speaks: who, where, when, how marked, the two answers a wish can get, the two
/// languages and the page both are written on.
///
/// Nothing here has behaviour beyond checking and writing itself. No clock, no chance, no I/O. Called by every module; knows none.
package org.entente.kernel;
