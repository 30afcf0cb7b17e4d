package org.chalaco.day2day.transit;

/**
 * A place where vehicles of public transport stop. MATSim: {@code stopFacility}.
 *
 * @param id file id
 * @param linkIndex link that vehicles stop on
 * @param x easting, m, or NaN
 * @param y northing, m, or NaN
 * @param blocksLane whether those behind wait meanwhile; otherwise there is a bay
 */
public record TransitStop(String id, int linkIndex, double x, double y, boolean blocksLane) {}
