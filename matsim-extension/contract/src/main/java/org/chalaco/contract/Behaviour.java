package org.chalaco.contract;

/**
 * What a run must do. Numbers are those of the list of MATSim's own tests that the project keeps;
 * the tests themselves are restated here, on our own scenarios.
 */
public enum Behaviour {
    SINGLE_TRIP(
            1, Strictness.BOUNDS, "a trip has its events in order, at times that physics allows"),
    NO_MEMORY(2, Strictness.EXACT, "who drives an hour later on an empty road does the same"),
    IMMEDIATE_DEPARTURE(3, Strictness.EXACT, "who leaves at 0:00 leaves at 0:00"),
    EMPTY_ROUTE(4, Strictness.EXACT, "from a link to itself: eight events at one time"),
    LOOPS(5, Strictness.EXACT, "loops, circles, and routes that pass their last link twice"),
    TELEPORTATION(6, Strictness.EXACT, "a teleported trip: five events, as long as planned"),
    NO_LEG(7, Strictness.EXACT, "who does not travel troubles nobody"),
    VEHICLE_TELEPORTED(8, Strictness.EXACT, "a vehicle that stands elsewhere is brought"),
    VEHICLE_MISSING(8, Strictness.EXACT, "or its absence ends the run, if told so"),
    VEHICLE_AWAITED(8, Strictness.EXACT, "or its driver waits for it, if told so"),
    ASSIGNED_VEHICLE(9, Strictness.EXACT, "a route's vehicle is the one that is driven"),
    WRONG_ROUTE_NOT_DRIVEN(10, Strictness.EXACT, "no vehicle jumps, and the user is told"),
    WRONG_ROUTE_REMOVED(10, Strictness.EXACT, "whose route is wrong leaves the run"),
    START_AND_END(11, Strictness.EXACT, "the run begins and ends when told"),
    EARLY_END(12, Strictness.EXACT, "whoever is under way at the end is stuck then"),
    SATURATION_FLOW(13, Strictness.MODEL, "a queue discharges at the saturation flow, never above"),
    FILE_CAPACITY(14, Strictness.MODEL, "capacity comes from lanes and drivers, not from the file"),
    START_WAVE(14, Strictness.MODEL, "a queue starts one by one, from its head backwards"),
    SPILLBACK(15, Strictness.BOUNDS, "a full link holds back those upstream"),
    MERGE(16, Strictness.BOUNDS, "streams that join share what fits, and none starves"),
    SPEED_LIMITS(17, Strictness.BOUNDS, "speed is the least of vehicle's and link's"),
    OVERTAKING(18, Strictness.MODEL, "on one lane nobody passes, on two they do"),
    ROUTED_TIMES(19, Strictness.BOUNDS, "an empty road takes the time that routes were found with"),
    LAPS(20, Strictness.EXACT, "laps over the same links all end"),
    FAILING_HANDLER(20, Strictness.EXACT, "a handler that fails ends the run"),
    SPEED_CHANGE(21, Strictness.BOUNDS, "a changed speed holds from its time on"),
    CLOSURE(21, Strictness.BOUNDS, "a link without capacity lets nobody pass until it has some"),
    TRANSIT_EVENTS(22, Strictness.EXACT, "a bus serves its stops in order, and nobody is left"),
    TRANSIT_BLOCKING(22, Strictness.BOUNDS, "a bus that stops in its lane holds up those behind"),
    SIGNAL_STOP(23, Strictness.BOUNDS, "green is passed, red is waited for"),
    SIGNAL_CONFLICT(23, Strictness.EXACT, "greens that conflict end the run, if told so"),
    GREEN_SHARE(24, Strictness.MODEL, "flow is proportional to effective green"),
    ALL_GREEN(24, Strictness.BOUNDS, "a signal that is always green changes nothing"),
    PLAN_SWITCH(25, Strictness.EXACT, "plans hold in their hours"),
    PLAN_OFFSET(25, Strictness.EXACT, "offsets shift the cycle, and wrap around it"),
    PLAN_OVERLAP(25, Strictness.EXACT, "two plans for one hour are refused"),
    PERMISSIVE_LEFT(25, Strictness.BOUNDS, "who turns left against a stream waits for it"),
    QUEUE_DELAY(25, Strictness.MODEL, "who stands behind others waits longer"),
    TURN_LANES(26, Strictness.MODEL, "lanes lead where their definitions (v2.0) say"),
    TURN_RESTRICTION(27, Strictness.EXACT, "nobody turns where next links are disallowed");

    /** How closely a behaviour is held to. */
    public enum Strictness {
        /** As MATSim does it, to the second. */
        EXACT("E"),
        /** Within stated bounds of physics. */
        BOUNDS("T"),
        /** A queue does otherwise; what the car-following model does instead. */
        MODEL("Q");

        private final String letter;

        Strictness(String letter) {
            this.letter = letter;
        }

        /** E, T or Q, as in the list of behaviours. */
        public String letter() {
            return letter;
        }
    }

    private final int number;
    private final Strictness strictness;
    private final String statement;

    Behaviour(int number, Strictness strictness, String statement) {
        this.number = number;
        this.strictness = strictness;
        this.statement = statement;
    }

    /**
     * Number in the list of what MATSim's tests ask, 1 to 25; several behaviours share one. 26 and
     * 27 are ours.
     */
    public int number() {
        return number;
    }

    /** How closely it is held to. */
    public Strictness strictness() {
        return strictness;
    }

    /** What must hold, in words. */
    public String statement() {
        return statement;
    }
}
