package org.chalaco.mobsim.reference;

import java.util.ArrayList;
import java.util.List;

/** A lane or a connector with the vehicles whose front is on it, the foremost first. */
abstract class Track {

    final int index;
    final double length;

    /** As built; what is in force may change. */
    final double freeSpeed;

    double speedLimit;
    final List<Vehicle> vehicles = new ArrayList<>();

    /** Whether somebody here has a number to draw or to give back. */
    boolean asks;

    private Vehicle left;
    private double leftClearsAt;

    Track(int index, double length, double speedLimit) {
        this.index = index;
        this.length = length;
        this.speedLimit = speedLimit;
        freeSpeed = speedLimit;
    }

    void insert(Vehicle vehicle) {
        vehicles.add(placeOf(vehicle.position), vehicle);
        vehicle.track = this;
    }

    /** Number of vehicles that are further ahead. */
    int placeOf(double position) {
        int place = 0;
        while (place < vehicles.size() && vehicles.get(place).position > position) {
            place++;
        }
        return place;
    }

    Vehicle last() {
        return vehicles.isEmpty() ? null : vehicles.get(vehicles.size() - 1);
    }

    /** Remembers the vehicle whose front went over the end just now. */
    void leaveTail(Vehicle vehicle, double beyond) {
        left = vehicle;
        leftClearsAt = vehicle.odometer - beyond + vehicle.driver.length();
    }

    /** The vehicle whose rear is still on this track though its front is not, or null. */
    Vehicle tail() {
        return left != null && !left.gone && left.odometer < leftClearsAt ? left : null;
    }

    /** How far that vehicle reaches back from the end, m. */
    double tailReach() {
        return leftClearsAt - left.odometer;
    }
}
