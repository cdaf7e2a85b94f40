/// The words every other module speaks: who, where, when, how marked, and the two answers a wish can get.
///
/// Nothing here has behaviour beyond checking itself. No clock, no chance, no I/O. Called by every module; knows none.
package org.entente.kernel;
