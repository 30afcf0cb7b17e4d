package org.chalaco.mobsim.network;

/**
 * Where stop lines lie and which path a connector takes through the box, from the directions and
 * widths of the links that meet. Traffic keeps to the right.
 *
 * <p>The stop line stands back from the centre far enough to leave the crossing roads free: half
 * the widest crossing road divided by the sine of the angle, plus {@value #CLEARANCE} m where
 * streams cross. No box takes more than {@value #LARGEST_SHARE} of a link.
 */
final class JunctionGeometry {

    /** Shortest connector, m: also straight on at a mere change of link. */
    static final double SHORTEST_CONNECTOR = 0.5;

    /**
     * Space between the edge of the crossing road and the stop line, m: a narrow pedestrian
     * crossing.
     */
    private static final double CLEARANCE = 3.0;

    private static final double LARGEST_SHARE = 0.3;

    /** Sideways acceleration drivers accept in a bend, m/s². */
    private static final double LATERAL_ACCELERATION = 2.5;

    /** Nobody turns slower than this, m/s. */
    private static final double SLOWEST_TURN = 3.0;

    private static final double THROUGH_WITHIN = Math.toRadians(40);
    private static final double U_TURN_BEYOND = Math.toRadians(160);
    private static final int PATH_POINTS = 9;

    private final NetworkAssembly net;
    private final double[] directionX;
    private final double[] directionY;
    private final boolean[] twoWay;
    private final int[][] armsOfJunction;

    JunctionGeometry(NetworkAssembly net) {
        this.net = net;
        int n = net.links.size();
        directionX = new double[n];
        directionY = new double[n];
        twoWay = new boolean[n];
        armsOfJunction = arms();
        for (int l = 0; l < n; l++) {
            direct(l);
        }
    }

    private void direct(int l) {
        Junction a = net.junctions.get(net.linkFrom[l]);
        Junction b = net.junctions.get(net.linkTo[l]);
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double d = Math.hypot(dx, dy);
        directionX[l] = d > 0 ? dx / d : 1;
        directionY[l] = d > 0 ? dy / d : 0;
        for (int other : armsOfJunction[net.linkTo[l]]) {
            twoWay[l] |=
                    net.linkFrom[other] == net.linkTo[l] && net.linkTo[other] == net.linkFrom[l];
        }
    }

    private int[][] arms() {
        int n = net.junctions.size();
        int[] count = new int[n];
        for (int l = 0; l < net.links.size(); l++) {
            count[net.linkFrom[l]]++;
            count[net.linkTo[l]]++;
        }
        int[][] arms = new int[n][];
        for (int j = 0; j < n; j++) {
            arms[j] = new int[count[j]];
        }
        for (int l = net.links.size() - 1; l >= 0; l--) {
            arms[net.linkFrom[l]][--count[net.linkFrom[l]]] = l;
            arms[net.linkTo[l]][--count[net.linkTo[l]]] = l;
        }
        return arms;
    }

    /** Links that start or end at the junction. */
    int[] arms(int junction) {
        return armsOfJunction[junction];
    }

    /** Computes how far each link stands back from its two junctions. */
    void setBack() {
        int n = net.links.size();
        net.linkStartSetback = new double[n];
        net.linkEndSetback = new double[n];
        for (int l = 0; l < n; l++) {
            double most = LARGEST_SHARE * net.links.get(l).length();
            net.linkStartSetback[l] = Math.min(most, boxHalfWidth(net.linkFrom[l], l));
            net.linkEndSetback[l] = Math.min(most, boxHalfWidth(net.linkTo[l], l));
        }
    }

    private double boxHalfWidth(int junction, int l) {
        double setback = SHORTEST_CONNECTOR / 2;
        for (int other : armsOfJunction[junction]) {
            double sine =
                    Math.abs(directionX[l] * directionY[other] - directionY[l] * directionX[other]);
            if (sine > 0.4) {
                setback = Math.max(setback, halfWidth(other) / sine + CLEARANCE);
            }
        }
        return setback;
    }

    private double halfWidth(int l) {
        double width = net.links.get(l).laneCount() * RoadNetwork.LANE_WIDTH;
        return twoWay[l] ? width : width / 2;
    }

    /** Angle from one link to the next, radians, positive to the left, within ±π. */
    double angle(int fromLink, int toLink) {
        double cross =
                directionX[fromLink] * directionY[toLink]
                        - directionY[fromLink] * directionX[toLink];
        double dot =
                directionX[fromLink] * directionX[toLink]
                        + directionY[fromLink] * directionY[toLink];
        return Math.atan2(cross, dot);
    }

    /** How a driver would call the turn. */
    Turn turn(int fromLink, int toLink) {
        if (net.linkFrom[fromLink] == net.linkTo[toLink]
                || Math.abs(angle(fromLink, toLink)) > U_TURN_BEYOND) {
            return Turn.U_TURN;
        }
        double angle = angle(fromLink, toLink);
        if (Math.abs(angle) <= THROUGH_WITHIN) {
            return Turn.THROUGH;
        }
        return angle > 0 ? Turn.LEFT : Turn.RIGHT;
    }

    /** The path from the stop line of one lane to the start of another, x, y pairs. */
    double[] path(int fromLane, int toLane) {
        int fromLink = net.laneLink[fromLane];
        int toLink = net.laneLink[toLane];
        double[] a = laneEnd(fromLane, fromLink);
        double[] b = laneStart(toLane, toLink);
        double reach = Math.hypot(b[0] - a[0], b[1] - a[1]);
        // A cubic with handles along both roads: straight on it is a line, else a smooth bend.
        double handle = reach * (turn(fromLink, toLink) == Turn.U_TURN ? 0.8 : 0.4);
        double[] c1 = {a[0] + directionX[fromLink] * handle, a[1] + directionY[fromLink] * handle};
        double[] c2 = {b[0] - directionX[toLink] * handle, b[1] - directionY[toLink] * handle};
        double[] xy = new double[2 * PATH_POINTS];
        for (int i = 0; i < PATH_POINTS; i++) {
            double t = i / (PATH_POINTS - 1.0);
            double u = 1 - t;
            for (int k = 0; k < 2; k++) {
                xy[2 * i + k] =
                        u * u * u * a[k]
                                + 3 * u * u * t * c1[k]
                                + 3 * u * t * t * c2[k]
                                + t * t * t * b[k];
            }
        }
        return xy;
    }

    /** Speed the bend between two lanes allows, m/s. */
    double speed(int fromLane, int toLane, double length) {
        int fromLink = net.laneLink[fromLane];
        int toLink = net.laneLink[toLane];
        double limit =
                Math.min(net.links.get(fromLink).freeSpeed(), net.links.get(toLink).freeSpeed());
        double bend = Math.abs(angle(fromLink, toLink));
        if (bend <= THROUGH_WITHIN / 2) {
            return limit;
        }
        double radius = length / bend;
        return Math.min(limit, Math.max(SLOWEST_TURN, Math.sqrt(LATERAL_ACCELERATION * radius)));
    }

    private double[] laneEnd(int lane, int link) {
        Junction b = net.junctions.get(net.linkTo[link]);
        return beside(b.x(), b.y(), -net.linkEndSetback[link], lane, link);
    }

    private double[] laneStart(int lane, int link) {
        Junction a = net.junctions.get(net.linkFrom[link]);
        return beside(a.x(), a.y(), net.linkStartSetback[link], lane, link);
    }

    private double[] beside(double x, double y, double along, int lane, int link) {
        int lanes = net.links.get(link).laneCount();
        double fromCentre = lanes - 0.5 - (lane - net.linkFirstLane[link]);
        double right =
                RoadNetwork.LANE_WIDTH * (twoWay[link] ? fromCentre : fromCentre - lanes / 2.0);
        return new double[] {
            x + directionX[link] * along + directionY[link] * right,
            y + directionY[link] * along - directionX[link] * right
        };
    }
}
