/**
 * Plans judged by another simulator: the scenario as SUMO files, and SUMO run as a process beside
 * our own mobsim. Nothing of SUMO is linked or shipped.
 */
package org.chalaco.app.sumo;
