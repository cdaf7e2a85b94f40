/// The only place where business modules meet: one class per crossing, named as a sentence, to read and to audit.
package org.entente.handover;
