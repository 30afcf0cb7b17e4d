package org.chalaco.contract;

import java.nio.file.Path;
import java.util.Optional;

/** Something that carries out one day of a MATSim scenario: the port of the contract. */
public interface MobsimUnderTest {

    /** What it is called in reports, such as "embedded loop". */
    String name();

    /**
     * Reads {@code config.xml} of a folder and runs the mobsim of one iteration with the selected
     * plans as they are.
     *
     * @param folder a scenario as MATSim reads it; the run may write into it
     * @param listener hears every event and every warning
     * @throws Exception if the run cannot start or must end
     */
    void run(Path folder, RunListener listener) throws Exception;

    /**
     * Why a behaviour is not offered, or empty: it is. Such a behaviour is reported with its reason
     * as aborted, not as passed.
     */
    default Optional<String> whyNot(Behaviour behaviour) {
        return Optional.empty();
    }
}
