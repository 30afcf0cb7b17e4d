/**
 * What a run is judged by when ways to control signals are compared: whole trips, movements, links
 * and waits of pedestrians within a part of the day.
 */
package org.chalaco.analysis.comparison;
