/** From OpenStreetMap to a scenario: roads, turns, signals, and what had to be guessed. */
package org.chalaco.scenario.osm;
