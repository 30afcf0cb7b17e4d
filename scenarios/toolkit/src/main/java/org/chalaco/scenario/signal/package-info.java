/** Signals where only the roads and the demand are known: stages, intergreens, greens. */
package org.chalaco.scenario.signal;
