/**
 * Films of simulated intersections: which cameras, the run that they watch, and the files of each.
 */
package org.chalaco.app.film;
