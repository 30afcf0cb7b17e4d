package org.chalaco.day2day.road;

/**
 * What holds on a link from a time on. MATSim: a {@code networkChangeEvent}, with what the events
 * before it left.
 *
 * @param time s since midnight
 * @param linkIndex the link
 * @param condition of the link from then on
 */
public record LinkChange(double time, int linkIndex, LinkCondition condition) {}
