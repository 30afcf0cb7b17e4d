package org.chalaco.formats.facilities;

/**
 * A place where activities are possible.
 *
 * @param id file id
 * @param linkIndex link it is reached from, or {@code RoadNetwork.NONE} where the file names none
 * @param x easting, m, or NaN
 * @param y northing, m, or NaN
 */
public record Facility(String id, int linkIndex, double x, double y) {}
