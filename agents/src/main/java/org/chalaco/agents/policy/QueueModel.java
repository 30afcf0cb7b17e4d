package org.chalaco.agents.policy;

import java.util.Arrays;

/**
 * What becomes of the vehicles in sight under a sequence of stages: a point queue on every lane,
 * second by second, first come first served.
 *
 * <p>The head of a lane leaves when it is there, its group is green, the headway after the one
 * before has passed and its exit has room. A vehicle that leaves a queue at the start of green
 * needs the start loss more. Exits give back room at {@value #EXIT_FLOW} cars a second. After the
 * stages that are being tried, every stage stays as long as vehicles follow each other over its
 * stop lines, then the one comes that serves most of those who wait per second of clearance and
 * service.
 *
 * <p>Not thread-safe.
 */
final class QueueModel {

    /** Nobody looks further ahead, s. */
    private static final int LONGEST = 180;

    /** Of those who come within this time, the stage waits for the next one, s. */
    private static final double GAP = 2;

    private static final double EXIT_FLOW = 0.25;

    private final StageMap stages;
    private final double startLoss;
    private final double tail;
    private final double stopCost;

    private LaneArrivals arrivals;
    private double headway;
    private int lanes;
    private double[][] arrival = new double[0][];
    private int[][] group = new int[0][];
    private int[] count = new int[0];
    private int[] head = new int[0];
    private double[] ready = new double[0];
    private double[] left = new double[0];
    private double[] greenSince = new double[0];
    private int waiting;

    QueueModel(StageMap stages, double startLoss, double tail, double stopCost) {
        this.stages = stages;
        this.startLoss = startLoss;
        this.tail = tail;
        this.stopCost = stopCost;
        greenSince = new double[stages.groupCount()];
    }

    /** Takes those who come, and those expected after them. */
    void fill(LaneArrivals seen, FlowRates rates, double newHeadway) {
        arrivals = seen;
        headway = newHeadway;
        lanes = seen.lanes();
        if (arrival.length < lanes) {
            arrival = new double[lanes][64];
            group = new int[lanes][64];
            count = new int[lanes];
            head = new int[lanes];
            ready = new double[lanes];
        }
        if (left.length < seen.exits()) {
            left = new double[seen.exits()];
        }
        for (int lane = 0; lane < lanes; lane++) {
            int n = seen.count(lane);
            int more = n == 0 ? 0 : (int) (rates.of(lane) * tail);
            if (arrival[lane].length < n + more) {
                arrival[lane] = new double[2 * (n + more)];
                group[lane] = new int[2 * (n + more)];
            }
            for (int k = 0; k < n; k++) {
                arrival[lane][k] = seen.arrival(lane, k);
                group[lane][k] = seen.group(lane, k);
            }
            for (int k = 0; k < more; k++) {
                arrival[lane][n + k] = arrival[lane][n - 1] + (k + 1) / rates.of(lane);
                group[lane][n + k] = group[lane][k % n];
            }
            count[lane] = n + more;
        }
    }

    /** Whether anybody in sight needs this stage. */
    boolean isWanted(int stage) {
        for (int lane = 0; lane < lanes; lane++) {
            for (int k = 0; k < count[lane]; k++) {
                if (stages.serves(stage, group[lane][k])) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Delay and stops of all, s, if the present stage is kept for some more seconds and another one
     * follows.
     *
     * @param stage that is green now
     * @param elapsed for how long, s
     * @param stay for how much longer, s; infinite: as long as platoons last
     * @param next the stage that follows then
     */
    double cost(int stage, double elapsed, double stay, int next) {
        begin(stage);
        int present = stage;
        double end = stay;
        double earliest = stages.minGreen(stage) - elapsed;
        double greenFrom = 0;
        double cost = 0;
        int forced = next;
        for (int t = 0; t < LONGEST; t++) {
            if (waiting == 0) {
                return cost;
            }
            if (t >= greenFrom) {
                boolean over =
                        end < Double.POSITIVE_INFINITY
                                ? t >= end
                                : t >= earliest && !isFollowed(present, t);
                if (over) {
                    int to = end < Double.POSITIVE_INFINITY ? forced : bestStage(present, t);
                    end = Double.POSITIVE_INFINITY;
                    if (to != present) {
                        greenFrom = t + stages.clearance(present, to);
                        change(present, to, greenFrom);
                        earliest = greenFrom + stages.minGreen(to);
                        present = to;
                    }
                }
            }
            cost += second(present, greenFrom, t);
        }
        return cost + rest();
    }

    private void begin(int stage) {
        Arrays.fill(head, 0, lanes, 0);
        Arrays.fill(ready, 0, lanes, 0);
        waiting = 0;
        for (int lane = 0; lane < lanes; lane++) {
            waiting += count[lane];
        }
        for (int exit = 0; exit < arrivals.exits(); exit++) {
            left[exit] = arrivals.room(exit);
        }
        for (int g = 0; g < greenSince.length; g++) {
            greenSince[g] = stages.serves(stage, g) ? -60 : Double.POSITIVE_INFINITY;
        }
    }

    private void change(int from, int to, double greenFrom) {
        for (int g = 0; g < greenSince.length; g++) {
            if (!stages.serves(to, g)) {
                greenSince[g] = Double.POSITIVE_INFINITY;
            } else if (!stages.serves(from, g)) {
                greenSince[g] = greenFrom;
            }
        }
    }

    /** Lets go who can go within a second; gives what it costs. */
    private double second(int stage, double greenFrom, int t) {
        double cost = 0;
        for (int lane = 0; lane < lanes; lane++) {
            int k = head[lane];
            while (k < count[lane] && canGo(lane, k, t)) {
                double at = Math.max(arrival[lane][k], ready[lane]);
                double since = greenSince[group[lane][k]];
                double delay = at - arrival[lane][k];
                boolean stood = arrival[lane][k] < since || delay > 2 * headway;
                at = arrival[lane][k] < since ? Math.max(at, since + startLoss) : at;
                cost += at - arrival[lane][k] + (stood ? stopCost : 0);
                double size = k < arrivals.count(lane) ? arrivals.size(lane, k) : 1;
                ready[lane] = at + headway * Math.max(0.5, size);
                int exit = k < arrivals.count(lane) ? arrivals.exit(lane, k) : -1;
                if (exit >= 0) {
                    left[exit] -= size;
                }
                k++;
                waiting--;
            }
            head[lane] = k;
        }
        for (int exit = 0; exit < arrivals.exits(); exit++) {
            left[exit] += EXIT_FLOW;
        }
        return cost;
    }

    private boolean canGo(int lane, int k, int t) {
        if (arrival[lane][k] >= t + 1 || ready[lane] >= t + 1) {
            return false;
        }
        int exit = k < arrivals.count(lane) ? arrivals.exit(lane, k) : -1;
        return greenSince[group[lane][k]] <= t && (exit < 0 || left[exit] >= 1);
    }

    /** Whether somebody whom the stage serves is there or close behind. */
    private boolean isFollowed(int stage, int t) {
        for (int lane = 0; lane < lanes; lane++) {
            int k = head[lane];
            if (k < count[lane]
                    && stages.serves(stage, group[lane][k])
                    && arrival[lane][k] < t + GAP) {
                return true;
            }
        }
        return false;
    }

    /** The stage that serves most per second of clearance and service. */
    private int bestStage(int present, int t) {
        int best = present;
        double most = 0;
        for (int s = 0; s < stages.size(); s++) {
            double clearance = s == present ? 0 : stages.clearance(present, s);
            double served = 0;
            double longest = stages.minGreen(s);
            for (int lane = 0; lane < lanes; lane++) {
                int n = 0;
                int k = head[lane];
                while (k < count[lane]
                        && stages.serves(s, group[lane][k])
                        && arrival[lane][k] <= t + clearance + n * headway) {
                    n++;
                    k++;
                }
                served += n;
                longest = Math.max(longest, startLoss + n * headway);
            }
            double rate = served / (clearance + longest);
            if (rate > most) {
                most = rate;
                best = s;
            }
        }
        return best;
    }

    /** Those who are still there at the end of it count as if they left one after the other. */
    private double rest() {
        double cost = 0;
        for (int lane = 0; lane < lanes; lane++) {
            for (int k = head[lane]; k < count[lane]; k++) {
                double at = LONGEST + (k - head[lane]) * headway;
                cost += Math.max(0, at - arrival[lane][k]) + stopCost;
            }
        }
        return cost;
    }
}
