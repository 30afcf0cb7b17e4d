package org.chalaco.scenario.osm;

/**
 * How a map is to be read.
 *
 * @param projection of the network, or null: the UTM zone of the middle of the map
 * @param clip whether ways that leave the file are cut at its border; otherwise they are an error
 * @param service whether service roads count
 */
public record OsmOptions(UtmProjection projection, boolean clip, boolean service) {

    /** The zone in the middle, ways whole, no service roads. */
    public static final OsmOptions STANDARD = new OsmOptions(null, false, false);
}
