package org.chalaco.mobsim.network;

/**
 * A lane-to-lane connection given explicitly, instead of derived from geometry. Lanes are counted
 * from the right (the kerb), from 0.
 *
 * @param fromLinkId the link whose lane is left
 * @param fromLane lane on that link
 * @param toLinkId the link entered
 * @param toLane lane on that link
 */
public record LaneConnection(String fromLinkId, int fromLane, String toLinkId, int toLane) {}
