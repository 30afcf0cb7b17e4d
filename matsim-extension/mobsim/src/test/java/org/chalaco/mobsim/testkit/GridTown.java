package org.chalaco.mobsim.testkit;

import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.JunctionControl;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * A chessboard of two-way streets with a stub at every outer end, so that traffic comes in and goes
 * out. Junction {@code 2/1} is the third from the west, the second from the south; stubs are called
 * {@code -1/1} or {@code 0/3}; links go by both names, as {@code 0/0-1/0}.
 */
public final class GridTown {

    private GridTown() {}

    /** An empty town of {@code columns} times {@code rows} junctions. */
    public static TrafficCase of(
            int columns,
            int rows,
            double blockLength,
            int lanes,
            double speed,
            JunctionControl control) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int i = -1; i <= columns; i++) {
            for (int k = -1; k <= rows; k++) {
                if (inside(i, columns) || inside(k, rows)) {
                    builder.junction(
                            new Junction(id(i, k), i * blockLength, k * blockLength, control));
                }
            }
        }
        for (int i = -1; i <= columns; i++) {
            for (int k = -1; k <= rows; k++) {
                if (inside(k, rows) && i < columns) {
                    twoWay(builder, id(i, k), id(i + 1, k), blockLength, lanes, speed);
                }
                if (inside(i, columns) && k < rows) {
                    twoWay(builder, id(i, k), id(i, k + 1), blockLength, lanes, speed);
                }
            }
        }
        return TrafficCase.on(builder.build());
    }

    private static boolean inside(int i, int count) {
        return i >= 0 && i < count;
    }

    private static String id(int i, int k) {
        return i + "/" + k;
    }

    private static void twoWay(
            RoadNetwork.Builder builder,
            String a,
            String b,
            double length,
            int lanes,
            double speed) {
        builder.link(Link.of(a + "-" + b, a, b, length, lanes, speed));
        builder.link(Link.of(b + "-" + a, b, a, length, lanes, speed));
    }
}
