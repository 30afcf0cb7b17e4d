package org.chalaco.tuning.timing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.TuningProblem;

/**
 * Flow that wants to make each movement while it counts, PCU/h, from the routes of the demand: who
 * would come to the stop line within the window if nobody were in the way. Plans of today play no
 * part, so a queue does not hide the demand behind it.
 */
public final class MovementFlows {

    private final Map<Long, Double> pcu = new HashMap<>();
    private final double hours;
    private final RoadNetwork network;

    private MovementFlows(RoadNetwork network, double hours) {
        this.network = network;
        this.hours = hours;
    }

    /** Flows of the mean of some replications. */
    public static MovementFlows of(TuningProblem problem, long[] seeds) {
        EvaluationWindow window = problem.window();
        double hours = seeds.length * window.counted() / 3600;
        MovementFlows flows = new MovementFlows(problem.network(), hours);
        List<VehicleType> types = problem.demand().types();
        for (long seed : seeds) {
            for (Departure d : problem.demand().draw(seed).departures()) {
                flows.follow(d, types.get(d.typeIndex()), window);
            }
        }
        return flows;
    }

    private void follow(Departure d, VehicleType type, EvaluationWindow window) {
        double time = d.time();
        for (int k = 0; k + 1 < d.route().size(); k++) {
            int link = d.route().link(k);
            double part = k == 0 ? 1 - d.departurePosition() : 1;
            time +=
                    part
                            * network.length(link)
                            / Math.min(network.freeSpeed(link), type.maxSpeed());
            if (time >= window.countFrom() && time < window.end()) {
                pcu.merge(key(link, d.route().link(k + 1)), type.pcu(), Double::sum);
            }
        }
    }

    private long key(int from, int to) {
        return (long) from * network.linkCount() + to;
    }

    /** Flow from one link to the next, PCU/h. */
    public double pcuPerHour(int fromLink, int toLink) {
        return pcu.getOrDefault(key(fromLink, toLink), 0.0) / hours;
    }
}
