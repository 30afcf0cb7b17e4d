package org.chalaco.mobsim.reference;

import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.Route;

/** A vehicle on the road. */
final class Vehicle {

    enum Decision {
        GO,
        STOP_SIGNAL,
        STOP_EXIT,
        STOP_YIELD,
        STOP_WRONG_LANE,
        STOP_SERVICE,
        STOP_CLOSED
    }

    enum AmberChoice {
        UNDECIDED,
        PASS,
        STOP
    }

    final int index;
    final Driver driver;
    Route route;
    double arrivalPosition;

    /** Stops and guidance, or null. */
    Errands errands;

    /** Where it stops on the present lane, or infinite. */
    double stopAt = Double.POSITIVE_INFINITY;

    /** Whether it is done in its bay. */
    boolean leavesBay;

    Track track;
    int leg;
    double position;
    double speed;
    double acceleration;
    double odometer;

    /** Where the trip ends on the present lane; infinite while the trip goes on beyond it. */
    double destination;

    /** Taken next; null on the last link and on lanes that do not lead on. */
    Connector connector;

    int shift;
    int standing;
    int stops;
    boolean stopped;
    long settledUntil;
    Decision decision = Decision.GO;
    Decision nextDecision = Decision.GO;
    AmberChoice amberChoice = AmberChoice.UNDECIDED;

    /** Place in the order of passing up to the waiting point, and beyond it; 0: none. */
    int entryNumber;

    int crossingNumber;
    Vehicle letsIn;
    Vehicle asks;
    Lane target;
    boolean gone;

    Vehicle(Departure departure, Driver driver) {
        index = departure.vehicleIndex();
        this.driver = driver;
        route = departure.route();
        arrivalPosition = departure.arrivalPosition();
    }

    private Vehicle(Vehicle other) {
        index = other.index;
        driver = other.driver;
        route = other.route;
        arrivalPosition = other.arrivalPosition;
        errands = other.errands;
        leg = other.leg;
        position = other.position;
        odometer = other.odometer;
        stops = other.stops;
    }

    /** The same vehicle, standing where this one is, with nothing decided. */
    Vehicle copy() {
        return new Vehicle(this);
    }

    boolean isGuided() {
        return errands != null && errands.guided;
    }

    boolean hasStop() {
        return stopAt != Double.POSITIVE_INFINITY;
    }

    boolean hasArrived() {
        return position >= destination && !hasStop();
    }

    double rear() {
        return position - driver.length();
    }

    double jamSpace() {
        return driver.length() + driver.standstillGap();
    }

    /** Stands though it has a number. */
    boolean isIdle() {
        return standing > 0 && entryNumber != 0;
    }

    boolean isOnLastLink() {
        return leg >= route.size() - 1;
    }

    int nextLink() {
        return route.link(leg + 1);
    }

    double desiredSpeed(Track where) {
        return Math.min(driver.maxSpeed(), where.speedLimit * driver.speedFactor());
    }

    boolean standsLongerThan(Vehicle other) {
        return standing > other.standing || standing == other.standing && index < other.index;
    }
}
