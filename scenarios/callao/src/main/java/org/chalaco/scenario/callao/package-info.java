/** A weekday morning in Callao: from facts with source and certainty to a scenario folder. */
package org.chalaco.scenario.callao;
