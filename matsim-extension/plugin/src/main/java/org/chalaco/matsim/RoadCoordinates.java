// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Coordinates of places on lanes and connectors, for drawing. Connectors have a shape of their own;
 * a lane is drawn straight from where connectors enter it to where they leave it.
 */
final class RoadCoordinates {

    private final RoadNetwork road;

    /** Per lane: x and y where it starts, x and y where it ends, m; NaN: not known yet. */
    private final double[][] lanes;

    RoadCoordinates(RoadNetwork road) {
        this.road = road;
        lanes = new double[road.laneCount()][];
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = straight(lane);
        }
        for (int c = 0; c < road.connectorCount(); c++) {
            double[] shape = road.connectorShape(c);
            double[] from = lanes[road.fromLane(c)];
            double[] to = lanes[road.toLane(c)];
            from[2] = shape[0];
            from[3] = shape[1];
            to[0] = shape[shape.length - 2];
            to[1] = shape[shape.length - 1];
        }
    }

    /** The line between two junctions, beside the middle of the road. */
    private double[] straight(int lane) {
        int link = road.linkOfLane(lane);
        Junction from = road.junction(road.fromJunction(link));
        Junction to = road.junction(road.toJunction(link));
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double right =
                RoadNetwork.LANE_WIDTH * (road.laneCount(link) - 0.5 - road.positionOnLink(lane));
        double sideX = dy / length * right;
        double sideY = -dx / length * right;
        return new double[] {from.x() + sideX, from.y() + sideY, to.x() + sideX, to.y() + sideY};
    }

    /** x and y of a place on a lane, m from its start. */
    double[] onLane(int lane, double position) {
        double share = Math.min(1, Math.max(0, position / road.laneLength(lane)));
        double[] ends = lanes[lane];
        return new double[] {
            ends[0] + share * (ends[2] - ends[0]), ends[1] + share * (ends[3] - ends[1])
        };
    }

    /** x and y of a place on a connector, m from its start. */
    double[] onConnector(int connector, double position) {
        double[] shape = road.connectorShape(connector);
        double drawn = 0;
        for (int k = 2; k < shape.length; k += 2) {
            drawn += Math.hypot(shape[k] - shape[k - 2], shape[k + 1] - shape[k - 1]);
        }
        double left = drawn * position / Math.max(1e-9, road.connectorLength(connector));
        for (int k = 2; k < shape.length; k += 2) {
            double piece = Math.hypot(shape[k] - shape[k - 2], shape[k + 1] - shape[k - 1]);
            if (left <= piece && piece > 0) {
                double share = Math.max(0, left / piece);
                return new double[] {
                    shape[k - 2] + share * (shape[k] - shape[k - 2]),
                    shape[k - 1] + share * (shape[k + 1] - shape[k - 1])
                };
            }
            left -= piece;
        }
        return new double[] {shape[shape.length - 2], shape[shape.length - 1]};
    }
}
