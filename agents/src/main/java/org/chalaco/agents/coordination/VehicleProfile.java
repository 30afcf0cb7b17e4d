package org.chalaco.agents.coordination;

/**
 * What the agent of a vehicle with priority is told when it is made.
 *
 * @param name of the agent
 * @param weight persons on board, or a thousand for those who come to help
 */
public record VehicleProfile(String name, int weight) {}
