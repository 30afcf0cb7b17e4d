package org.chalaco.agents.protocol;

import java.util.List;

/**
 * What agents speak about: the ontology {@code chalaco-signals}. Every concept is a record of whole
 * numbers, words and lists, so that a message means the same, bit for bit, wherever it is read.
 * Times are whole seconds unless a name says otherwise; a bin is {@value #BIN} s.
 *
 * <p>Constructors refuse what can make no sense, so that whatever was read can be worked with.
 */
public sealed interface Content {

    /** Length of a bin of flow profiles and delay curves, s. */
    int BIN = 2;

    /** Shortest and longest cycle that anyone may speak of, s. */
    int SHORTEST_CYCLE = 20;

    /** Longest cycle that anyone may speak of, s. */
    int LONGEST_CYCLE = 300;

    /** Refuses a value outside a range. */
    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The %s (%d) is not between (%d) and (%d)."
                            .formatted(name, value, least, most));
        }
    }

    private static void checkCycle(int cycle) {
        check("cycle", cycle, SHORTEST_CYCLE, LONGEST_CYCLE);
    }

    private static void checkAll(
            String name, List<? extends Number> values, long least, long most) {
        values.forEach(value -> check(name, value.longValue(), least, most));
    }

    /** Largest flow or delay anyone may speak of. */
    private static long large() {
        return 1_000_000_000_000L;
    }

    // ------------------------------------------------------------ between street and agents

    /**
     * What an intersection has measured since it was last asked.
     *
     * @param time s since midnight
     * @param flows vehicles per hour by movement, in the order of its profile
     * @param queues vehicles waiting by movement
     * @param saturations vehicles per hour of green and lane by movement, while somebody waited; 0
     *     where nobody did
     * @param slowness cruising time over free time by approach, percent
     * @param cycle of the plan that plays, s
     * @param offset of the plan that plays, s
     * @param greens of the plan that plays, by stage, s
     */
    record Observation(
            int time,
            List<Integer> flows,
            List<Integer> queues,
            List<Integer> saturations,
            List<Integer> slowness,
            int cycle,
            int offset,
            List<Integer> greens)
            implements Content {
        public Observation {
            flows = List.copyOf(flows);
            queues = List.copyOf(queues);
            saturations = List.copyOf(saturations);
            slowness = List.copyOf(slowness);
            greens = List.copyOf(greens);
            checkCycle(cycle);
            check("offset", offset, 0, cycle - 1);
            checkAll("flow", flows, 0, 100_000);
            checkAll("queue", queues, 0, 10_000);
            checkAll("saturation flow", saturations, 0, 10_000);
            checkAll("slowness", slowness, 50, 1000);
            checkAll("green", greens, 1, LONGEST_CYCLE);
        }
    }

    /** Asks for the plan that has been agreed on. */
    record PlanQuestion(int time) implements Content {}

    /**
     * A plan as an intersection will play it from the start of its next cycle on.
     *
     * @param cycle s
     * @param offset when its first stage begins, s
     * @param greens by stage, s
     * @param delay that it expects on its approaches, vehicle seconds per hour
     * @param before delay that it would have expected at the offsets from before, the same
     */
    record AgreedPlan(int cycle, int offset, List<Integer> greens, long delay, long before)
            implements Content {
        public AgreedPlan {
            greens = List.copyOf(greens);
            checkCycle(cycle);
            check("offset", offset, 0, cycle - 1);
            checkAll("green", greens, 1, LONGEST_CYCLE);
            check("delay", delay, 0, large());
            check("delay", before, 0, large());
        }
    }

    // ------------------------------------------------------------ common cycle: contract net

    /** Calls the intersections of a zone to bid for a common cycle. */
    record CycleCall(int time) implements Content {}

    /**
     * The cycle that an intersection would like, and the range it can live with.
     *
     * @param wanted s
     * @param shortest s
     * @param longest s
     */
    record CycleWish(int wanted, int shortest, int longest) implements Content {
        public CycleWish {
            checkCycle(shortest);
            check("longest cycle", longest, shortest, LONGEST_CYCLE);
            check("wanted cycle", wanted, shortest, longest);
        }
    }

    /** The common cycle, s; accepted: use it or its half; rejected: it does not suit you. */
    record CommonCycle(int cycle) implements Content {
        public CommonCycle {
            checkCycle(cycle);
        }
    }

    /** The cycle that an intersection has set after an accepted bid, s. */
    record CycleKept(int cycle) implements Content {
        public CycleKept {
            checkCycle(cycle);
        }
    }

    // ------------------------------------------------------------ platoons: subscribe

    /** Asks to be told of the platoons that leave onto this link. */
    record PlatoonSubscription(String exit) implements Content {}

    /**
     * Who leaves onto a link in the course of a cycle, from the start of the sender's first stage.
     *
     * @param exit the link
     * @param cycle that it repeats with, s
     * @param offset of the sender, s
     * @param flow vehicles per hour by bin
     */
    record Platoon(String exit, int cycle, int offset, List<Integer> flow) implements Content {
        public Platoon {
            flow = List.copyOf(flow);
            checkCycle(cycle);
            check("offset", offset, 0, cycle - 1);
            check("number of bins", flow.size(), cycle / BIN, cycle / BIN);
            checkAll("flow", flow, 0, 100_000);
        }
    }

    /**
     * What arriving vehicles of one platoon wait at the sender, by how much later than theirs its
     * offset is.
     *
     * @param exit the link they left onto
     * @param cycle that it repeats with, s
     * @param offset of the sender, s
     * @param delay vehicle seconds per hour, by bin of offset
     */
    record DelayCurve(String exit, int cycle, int offset, List<Long> delay) implements Content {
        public DelayCurve {
            delay = List.copyOf(delay);
            checkCycle(cycle);
            check("offset", offset, 0, cycle - 1);
            check("number of bins", delay.size(), cycle / BIN, cycle / BIN);
            checkAll("delay", delay, 0, large());
        }
    }

    // ------------------------------------------------------------ offsets: propose

    /**
     * An offer to move to another offset; accepted or rejected with the same content.
     *
     * @param offset s
     * @param gain delay that neighbours and I together save, vehicle seconds per hour
     * @param round of this negotiation
     */
    record OffsetMove(int offset, long gain, int round) implements Content {
        public OffsetMove {
            check("offset", offset, 0, LONGEST_CYCLE);
            check("gain", gain, 1, large());
            check("round", round, 0, 1000);
        }
    }

    /**
     * An offset that has changed.
     *
     * @param offset s
     * @param gain delay saved by it, vehicle seconds per hour
     * @param round of this negotiation
     */
    record OffsetSet(int offset, long gain, int round) implements Content {
        public OffsetSet {
            check("offset", offset, 0, LONGEST_CYCLE);
            check("gain", gain, 0, large());
            check("round", round, 0, 1000);
        }
    }

    // ------------------------------------------------------------ tuned plans: request

    /** Asks the library for the plan of a signal system at this time, s since midnight. */
    record PlanRequest(String system, int time) implements Content {}

    /**
     * A plan from the library, and how far its user may go from it.
     *
     * @param cycle s
     * @param offset when its first stage begins, s
     * @param greens by stage, s
     * @param offsetBound largest deviation of the offset, s
     * @param greenBound largest deviation of a green, s
     */
    record TunedPlan(int cycle, int offset, List<Integer> greens, int offsetBound, int greenBound)
            implements Content {
        public TunedPlan {
            greens = List.copyOf(greens);
            checkCycle(cycle);
            check("offset", offset, 0, cycle - 1);
            checkAll("green", greens, 1, LONGEST_CYCLE);
            check("bound of offsets", offsetBound, 0, LONGEST_CYCLE);
            check("bound of greens", greenBound, 0, LONGEST_CYCLE);
        }
    }

    // ------------------------------------------------------------ priority: request, contract net

    /**
     * Tells a vehicle where it is.
     *
     * @param agent name of the intersection ahead
     * @param group that lets it go
     * @param seconds until it is at the stop line, at its speed, s
     */
    record Approaching(String agent, String group, int seconds) implements Content {
        public Approaching {
            check("seconds", seconds, 0, 3600);
        }
    }

    /** A vehicle asks for green for a group when it will be at the stop line. */
    record GreenRequest(String group, int seconds) implements Content {
        public GreenRequest {
            check("seconds", seconds, 0, 3600);
        }
    }

    /** Several ask for different greens: an intersection calls them to bid. */
    record GreenCall(int time) implements Content {}

    /**
     * What a green is worth to a vehicle.
     *
     * @param group that lets it go
     * @param seconds until it is at the stop line, s
     * @param weight persons on board, or a thousand for those who come to help
     */
    record GreenBid(String group, int seconds, int weight) implements Content {
        public GreenBid {
            check("seconds", seconds, 0, 3600);
            check("weight", weight, 1, 100_000);
        }
    }

    /**
     * A green that was granted: a group gets or keeps green until then.
     *
     * @param group that lets it go
     * @param until for how long from now, s
     */
    record GreenGrant(String group, int until) implements Content {
        public GreenGrant {
            check("until", until, 0, 3600);
        }
    }

    /** A vehicle has passed the stop line. */
    record Passed(String group) implements Content {}

    // ------------------------------------------------------------ when something is wrong

    /** Why not, in words. */
    record Reason(String text) implements Content {}

    /** An agent that does not answer any more. */
    record Absent(String agent) implements Content {}
}
