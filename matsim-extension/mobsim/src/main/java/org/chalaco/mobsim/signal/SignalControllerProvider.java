package org.chalaco.mobsim.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * Makes controllers of one kind; found by {@link ServiceLoader}, so that whoever runs or tunes
 * controllers need not know who wrote them.
 */
public interface SignalControllerProvider {

    /** Name by which users ask for it: lower case, words joined by hyphens. */
    String name();

    /** What it can be tuned by. */
    List<TunableParameter> parameters();

    /**
     * A controller for one intersection.
     *
     * @param intersection what it controls
     * @param parameters values by name; those not given are standard
     * @param seed for its random streams
     * @throws IllegalArgumentException if it cannot control this intersection, e.g. without stages
     */
    SignalController create(Intersection intersection, Map<String, Double> parameters, long seed);

    /**
     * Controllers for all intersections of a run. Whoever runs controllers asks for them here: some
     * agree among themselves. Systems with fewer than two stages keep their plans.
     *
     * @param network the road
     * @param systems all signal systems of the run, in order
     * @param parameters values by name; those not given are standard
     * @param seed for their random streams
     * @throws IllegalArgumentException if a value is not allowed
     */
    default SignalControl createAll(
            RoadNetwork network,
            List<SignalSystem> systems,
            Map<String, Double> parameters,
            long seed) {
        List<SignalController> controllers = new ArrayList<>();
        for (int s = 0; s < systems.size(); s++) {
            SignalSystem system = systems.get(s);
            controllers.add(
                    system.stages().size() < 2
                            ? null
                            : create(new Intersection(network, system), parameters, seed + s));
        }
        return SignalControl.ofSingle(controllers);
    }

    /**
     * Whether all values given are known and in range.
     *
     * @throws IllegalArgumentException naming all that are not
     */
    static void check(SignalControllerProvider provider, Map<String, Double> given) {
        List<String> problems = new ArrayList<>();
        Map<String, Double> rest = new TreeMap<>(given);
        for (TunableParameter parameter : provider.parameters()) {
            Double value = rest.remove(parameter.name());
            if (value != null && !(value >= parameter.min() && value <= parameter.max())) {
                problems.add(
                        "The parameter (%s) of controller (%s) is (%s), not between (%s) and (%s)."
                                .formatted(
                                        parameter.name(),
                                        provider.name(),
                                        value,
                                        parameter.min(),
                                        parameter.max()));
            }
        }
        rest.forEach(
                (name, value) ->
                        problems.add(
                                "The controller (%s) has no parameter (%s).%nMaybe one of %s?"
                                        .formatted(
                                                provider.name(),
                                                name,
                                                provider.parameters().stream()
                                                        .map(TunableParameter::name)
                                                        .toList())));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
    }

    /** The value of a parameter, or its standard. */
    static double valueOf(TunableParameter parameter, Map<String, Double> given) {
        return given.getOrDefault(parameter.name(), parameter.standard());
    }

    /** All providers on the class or module path, by name. */
    static List<SignalControllerProvider> listAll() {
        List<SignalControllerProvider> all = new ArrayList<>();
        ServiceLoader.load(SignalControllerProvider.class).forEach(all::add);
        all.sort(Comparator.comparing(SignalControllerProvider::name));
        return List.copyOf(all);
    }
}
