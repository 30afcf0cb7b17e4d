/**
 * What comes out of the exhausts: second by second from speed and acceleration, added up by class,
 * link and hour. {@code EmissionCollector} is the way in.
 */
package org.chalaco.analysis.emission;
