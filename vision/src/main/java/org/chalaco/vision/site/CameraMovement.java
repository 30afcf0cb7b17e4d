package org.chalaco.vision.site;

/**
 * A movement that is counted: from one section to another.
 *
 * @param id name of the movement
 * @param fromSection section in which a vehicle is seen first
 * @param toSection section in which it is seen last
 * @param stationId count station of the movement
 * @param fromLink link that vehicles come from, or null if none is known
 * @param toLink link that they go to, or null
 */
public record CameraMovement(
        String id,
        String fromSection,
        String toSection,
        String stationId,
        String fromLink,
        String toLink) {}
