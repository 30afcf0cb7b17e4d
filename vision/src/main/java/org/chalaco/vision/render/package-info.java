/**
 * Films a simulated intersection from a pole, with the exact truth of every frame: for training,
 * for tests, and for showing that what a camera counts can give back the demand.
 */
package org.chalaco.vision.render;
