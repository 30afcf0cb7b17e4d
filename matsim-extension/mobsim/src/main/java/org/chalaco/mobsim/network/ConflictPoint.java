package org.chalaco.mobsim.network;

/**
 * Where two connectors cross or merge: a readable copy of one entry of the conflict arrays.
 *
 * @param connector the own connector
 * @param other the other connector
 * @param distance from the start of the own connector, m
 * @param otherDistance from the start of the other connector, m
 * @param merge whether both end in the same lane
 * @param yieldsUnsignalised whether the own connector yields where no signal controls it
 * @param yieldsWhenBothGreen whether the own connector yields when both show green
 * @param permissive whether both may show green at once
 */
public record ConflictPoint(
        int connector,
        int other,
        double distance,
        double otherDistance,
        boolean merge,
        boolean yieldsUnsignalised,
        boolean yieldsWhenBothGreen,
        boolean permissive) {

    static ConflictPoint of(RoadNetwork network, int connector, int conflictIndex) {
        byte flags = network.conflictFlags(conflictIndex);
        return new ConflictPoint(
                connector,
                network.conflictOther(conflictIndex),
                network.conflictOwnDistance(conflictIndex),
                network.conflictOtherDistance(conflictIndex),
                (flags & RoadNetwork.MERGE) != 0,
                (flags & RoadNetwork.YIELDS_UNSIGNALISED) != 0,
                (flags & RoadNetwork.YIELDS_WHEN_BOTH_GREEN) != 0,
                (flags & RoadNetwork.PERMISSIVE) != 0);
    }
}
