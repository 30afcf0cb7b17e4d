package org.chalaco.day2day;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * A grid of streets, both ways, for tests. Junctions are {@code x-y}, links {@code x-y_x-y}; blocks
 * differ in length so that no two ways are equal.
 */
public final class StreetGrid {

    /** Modes that every street is open to. */
    public static final Set<String> MODES = new TreeSet<>(List.of("car", "taxi", "truck"));

    private StreetGrid() {}

    /** A grid with so many junctions each way, 13.9 m/s, blocks of about 150 m. */
    public static RoadNetwork of(int columns, int rows) {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int x = 0; x < columns; x++) {
            for (int y = 0; y < rows; y++) {
                builder.junction(Junction.priority(x + "-" + y, 150.0 * x, 150.0 * y));
            }
        }
        for (int x = 0; x < columns; x++) {
            for (int y = 0; y < rows; y++) {
                if (x + 1 < columns) {
                    street(builder, x, y, x + 1, y);
                }
                if (y + 1 < rows) {
                    street(builder, x, y, x, y + 1);
                }
            }
        }
        return builder.build();
    }

    private static void street(RoadNetwork.Builder builder, int x, int y, int toX, int toY) {
        double length = 150 + ((x * 31 + y * 17 + toX * 13 + toY * 7) % 23);
        String a = x + "-" + y;
        String b = toX + "-" + toY;
        int lanes = y % 4 == 0 && toX != x ? 2 : 1;
        builder.link(link(a + "_" + b, a, b, length, lanes));
        builder.link(link(b + "_" + a, b, a, length + 0.5, lanes));
    }

    private static Link link(String id, String from, String to, double length, int lanes) {
        double speed = lanes > 1 ? 16.7 : 11.1;
        return new Link(
                id, from, to, length, lanes, speed, Link.rankOf(lanes, speed), MODES, Map.of());
    }
}
