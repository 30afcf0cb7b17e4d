package org.chalaco.mobsim.detector;

/**
 * A place on a link where traffic is counted, by a camera, a loop, a person or the simulation.
 *
 * @param id file id
 * @param linkId the link
 * @param position distance from the start of the link, m; counts of the simulation are taken at the
 *     stop line
 */
public record CountStation(String id, String linkId, double position) {}
