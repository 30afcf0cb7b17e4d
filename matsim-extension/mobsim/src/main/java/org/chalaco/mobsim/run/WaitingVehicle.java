package org.chalaco.mobsim.run;

/**
 * A vehicle that wants to enter and finds no gap.
 *
 * @param vehicleIndex the vehicle
 * @param linkIndex link it wants to enter
 * @param since when it wanted to leave, s since midnight
 */
public record WaitingVehicle(int vehicleIndex, int linkIndex, double since) {}
