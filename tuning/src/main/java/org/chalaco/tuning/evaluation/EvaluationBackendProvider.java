package org.chalaco.tuning.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/**
 * Somewhere beside local threads where simulations can run, by its address, such as {@code
 * spark://host:7077}. Found by {@link ServiceLoader}, so that nobody needs a cluster's libraries
 * who has no cluster.
 */
public interface EvaluationBackendProvider {

    /** Whether this address is one of its own. */
    boolean accepts(String address);

    /** What addresses look like, for messages: {@code spark://HOST:PORT}. */
    String form();

    /**
     * Opens a backend.
     *
     * @param address of the cluster
     * @param source how workers make the problem
     * @param stop whether someone asked to stop
     * @param onFinished called about once for every simulation that is over, from any thread
     */
    EvaluationBackend open(
            String address, ProblemSource source, BooleanSupplier stop, Runnable onFinished);

    /** The provider for an address, if there is one on the class path. */
    static Optional<EvaluationBackendProvider> find(String address) {
        return list().stream().filter(p -> p.accepts(address)).findFirst();
    }

    /** All providers on the class path. */
    static List<EvaluationBackendProvider> list() {
        return ServiceLoader.load(EvaluationBackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
