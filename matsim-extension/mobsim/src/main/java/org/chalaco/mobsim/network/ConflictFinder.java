package org.chalaco.mobsim.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where connectors of one junction cross or merge, and says who yields.
 *
 * <p>Without signals: the lower-ranked approach yields; at equal rank U-turns yield, left turns
 * yield to the opposing stream, everyone yields to the right. Where both streams show green only
 * the turn decides. Between two lanes of one approach that merge, the left one yields. Exactly one
 * of the two yields, but at all-way stops, where both do and the order of arrival decides.
 */
final class ConflictFinder {

    /** Approaches more than this apart face each other. */
    private static final double OPPOSING_BEYOND = Math.toRadians(120);

    private record Conflict(
            int own, int other, double ownDistance, double otherDistance, byte flags) {}

    private final NetworkAssembly net;
    private final JunctionGeometry geometry;
    private final List<Conflict> conflicts = new ArrayList<>();

    ConflictFinder(NetworkAssembly net, JunctionGeometry geometry) {
        this.net = net;
        this.geometry = geometry;
    }

    void find() {
        for (List<Integer> box : connectorsByJunction()) {
            for (int i = 0; i < box.size(); i++) {
                for (int k = i + 1; k < box.size(); k++) {
                    compare(box.get(i), box.get(k));
                }
            }
        }
        conflicts.sort(
                Comparator.comparingInt(Conflict::own)
                        .thenComparingDouble(Conflict::ownDistance)
                        .thenComparingInt(Conflict::other));
        pack();
    }

    private List<List<Integer>> connectorsByJunction() {
        List<List<Integer>> boxes = new ArrayList<>();
        for (int j = 0; j < net.junctions.size(); j++) {
            boxes.add(new ArrayList<>());
        }
        for (int c = 0; c < net.connectorFrom.length; c++) {
            boxes.get(net.linkTo[fromLink(c)]).add(c);
        }
        return boxes;
    }

    private void compare(int a, int b) {
        if (net.connectorFrom[a] == net.connectorFrom[b]) {
            return; // they part, the tail of the first one is seen by the second
        }
        boolean merge = net.connectorTo[a] == net.connectorTo[b];
        double[] at =
                merge
                        ? new double[] {net.connectorLength[a], net.connectorLength[b]}
                        : crossing(a, b);
        if (at != null) {
            conflicts.add(new Conflict(a, b, at[0], at[1], flags(a, b, merge)));
            conflicts.add(new Conflict(b, a, at[1], at[0], flags(b, a, merge)));
        }
    }

    /**
     * Where two paths cross; opposing streams that both go straight on do not, however they are
     * drawn.
     */
    private double[] crossing(int a, int b) {
        boolean bothThrough =
                net.connectorTurn[a] == Turn.THROUGH && net.connectorTurn[b] == Turn.THROUGH;
        if (controlAt(a) == JunctionControl.GRADE_SEPARATED || bothThrough && opposing(a, b)) {
            return null;
        }
        return Polyline.crossing(net.connectorShape[a], net.connectorShape[b]);
    }

    private byte flags(int own, int other, boolean merge) {
        int flags = merge ? RoadNetwork.MERGE : 0;
        JunctionControl control = controlAt(own);
        if (control == JunctionControl.ALL_WAY_STOP || yieldsUnsignalised(own, other, control)) {
            flags |= RoadNetwork.YIELDS_UNSIGNALISED;
        }
        if (yieldsByTurn(own, other)) {
            flags |= RoadNetwork.YIELDS_WHEN_BOTH_GREEN;
        }
        if (fromLink(own) == fromLink(other) || opposing(own, other)) {
            flags |= RoadNetwork.PERMISSIVE;
        }
        return (byte) flags;
    }

    private boolean yieldsUnsignalised(int own, int other, JunctionControl control) {
        if (fromLink(own) == fromLink(other)) {
            return net.connectorFrom[own] > net.connectorFrom[other];
        }
        int rank =
                control == JunctionControl.RIGHT_BEFORE_LEFT
                        ? 0
                        : Integer.compare(rank(own), rank(other));
        if (rank != 0) {
            return rank < 0;
        }
        if (opposing(own, other)
                || net.connectorTurn[own] == Turn.U_TURN
                || net.connectorTurn[other] == Turn.U_TURN) {
            return yieldsByTurn(own, other);
        }
        double angle = geometry.angle(fromLink(own), fromLink(other));
        return angle != 0 ? angle > 0 : own > other;
    }

    private boolean yieldsByTurn(int own, int other) {
        if (fromLink(own) == fromLink(other)) {
            return net.connectorFrom[own] > net.connectorFrom[other];
        }
        int order = Integer.compare(reluctance(own), reluctance(other));
        return order != 0 ? order > 0 : own > other;
    }

    /** Who gives way by the kind of turn: the larger yields. */
    private int reluctance(int connector) {
        return switch (net.connectorTurn[connector]) {
            case THROUGH -> 0;
            case RIGHT -> 1;
            case LEFT -> 2;
            case U_TURN -> 3;
        };
    }

    private boolean opposing(int a, int b) {
        return Math.abs(geometry.angle(fromLink(a), fromLink(b))) > OPPOSING_BEYOND;
    }

    private int rank(int connector) {
        return net.links.get(fromLink(connector)).rank();
    }

    private int fromLink(int connector) {
        return net.laneLink[net.connectorFrom[connector]];
    }

    private JunctionControl controlAt(int connector) {
        return net.junctions.get(net.linkTo[fromLink(connector)]).control();
    }

    private void pack() {
        int n = conflicts.size();
        net.conflictStart = new int[net.connectorFrom.length + 1];
        net.conflictOther = new int[n];
        net.conflictOwnDistance = new float[n];
        net.conflictOtherDistance = new float[n];
        net.conflictFlags = new byte[n];
        for (int k = 0; k < n; k++) {
            Conflict conflict = conflicts.get(k);
            net.conflictStart[conflict.own() + 1]++;
            net.conflictOther[k] = conflict.other();
            net.conflictOwnDistance[k] = (float) conflict.ownDistance();
            net.conflictOtherDistance[k] = (float) conflict.otherDistance();
            net.conflictFlags[k] = conflict.flags();
        }
        for (int c = 0; c < net.connectorFrom.length; c++) {
            net.conflictStart[c + 1] += net.conflictStart[c];
        }
    }
}
