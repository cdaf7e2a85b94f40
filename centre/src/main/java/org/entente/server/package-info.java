/// Configuration, wiring by hand, main. [Centre] is the map of the house: read it from top to bottom and you have met everybody.
package org.entente.server;
