package org.chalaco.app.compare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.problem.PlanSet;

/**
 * A way to control the signals of one scenario, ready to run any number of times, on any thread.
 *
 * <p>Plans play by themselves. A controller starts from the present plans.
 */
sealed interface Strategy {

    /** What it is called in tables and files. */
    String label();

    /** The plans to begin with. */
    PlanSet plans();

    /** Everything that decides what it does, to tell results of another strategy apart. */
    String identity();

    /**
     * Plans that play whatever comes.
     *
     * @param label name
     * @param plans the plans
     */
    record FixedPlans(String label, PlanSet plans) implements Strategy {
        @Override
        public String identity() {
            return plans.toString();
        }
    }

    /**
     * Controllers that look at the street.
     *
     * @param label name
     * @param plans what shows before they decide
     * @param provider who makes them
     * @param parameters values that were given
     * @param network the road
     * @param systems all signal systems of the run, with stages
     */
    record Controlled(
            String label,
            PlanSet plans,
            SignalControllerProvider provider,
            Map<String, Double> parameters,
            RoadNetwork network,
            List<SignalSystem> systems)
            implements Strategy {

        public Controlled {
            parameters = new TreeMap<>(parameters);
            systems = List.copyOf(systems);
        }

        /** New controllers for one run; they have the run's seed. */
        SignalControl control(long seed) {
            return provider.createAll(network, systems, parameters, seed);
        }

        @Override
        public String identity() {
            StringBuilder text = new StringBuilder(provider.name());
            provider.parameters()
                    .forEach(
                            p ->
                                    text.append(' ')
                                            .append(p.name())
                                            .append('=')
                                            .append(
                                                    SignalControllerProvider.valueOf(
                                                            p, parameters)));
            return text.append(systems).toString();
        }
    }
}
