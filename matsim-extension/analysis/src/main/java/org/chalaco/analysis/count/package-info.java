/** Counts of the simulation beside counts of the street: flows by station and hour, GEH. */
package org.chalaco.analysis.count;
