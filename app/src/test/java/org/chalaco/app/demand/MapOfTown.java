package org.chalaco.app.demand;

import java.io.InputStream;

/** An invented town as a map: an avenue with two carriageways, three signals, a roundabout. */
public final class MapOfTown {

    private MapOfTown() {}

    /** The map. */
    public static InputStream open() {
        return MapOfTown.class.getResourceAsStream("town.osm");
    }
}
