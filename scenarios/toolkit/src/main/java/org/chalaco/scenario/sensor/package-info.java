/** Counts of the street: tables of counts and of sensors, cleaned, as targets for demand. */
package org.chalaco.scenario.sensor;
