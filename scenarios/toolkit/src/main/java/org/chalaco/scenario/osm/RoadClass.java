package org.chalaco.scenario.osm;

import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of road that cars use, and what is assumed of one that says nothing of itself. Speeds are
 * those usual in towns; lanes count one direction of a road with two, and all of a one-way road.
 */
enum RoadClass {
    MOTORWAY(90, 3, 90),
    TRUNK(80, 2, 70),
    PRIMARY(60, 2, 50),
    SECONDARY(50, 2, 50),
    TERTIARY(40, 1, 40),
    UNCLASSIFIED(30, 1, 40),
    RESIDENTIAL(20, 1, 30),
    LIVING_STREET(10, 1, 20),
    SERVICE(5, 1, 20);

    private final int rank;
    private final int lanes;
    private final double speedKmh;

    RoadClass(int rank, int lanes, double speedKmh) {
        this.rank = rank;
        this.lanes = lanes;
        this.speedKmh = speedKmh;
    }

    /** The class of a value of {@code highway}, ramps as the road they belong to; or none. */
    static Optional<RoadClass> find(String highway) {
        String name =
                highway.endsWith("_link") ? highway.substring(0, highway.length() - 5) : highway;
        if (name.equals("road")) {
            return Optional.of(UNCLASSIFIED);
        }
        for (RoadClass c : values()) {
            if (c.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(c);
            }
        }
        return Optional.empty();
    }

    /** Importance where roads meet; ramps stand a little below their road. */
    int rank(boolean ramp) {
        return ramp ? rank - 5 : rank;
    }

    /** Lanes per direction. */
    int lanes(boolean ramp) {
        return ramp ? 1 : lanes;
    }

    /** Speed, km/h. */
    double speedKmh(boolean ramp) {
        return ramp ? Math.min(50, speedKmh) : speedKmh;
    }

    /** Share of people that live or work along such a road, for lack of better knowledge. */
    double activity() {
        return switch (this) {
            case MOTORWAY, TRUNK -> 0;
            case PRIMARY, SECONDARY -> 0.5;
            default -> 1;
        };
    }
}
