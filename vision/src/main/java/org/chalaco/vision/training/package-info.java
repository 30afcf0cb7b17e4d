/**
 * Trains the network that tells kinds of vehicles apart, on frames that {@code vision.render}
 * films; the only place that uses DJL.
 */
package org.chalaco.vision.training;
