package org.chalaco.mobsim.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

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
