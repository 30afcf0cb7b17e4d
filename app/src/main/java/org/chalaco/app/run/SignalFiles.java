package org.chalaco.app.run;

import java.util.List;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;

/** The signals that a config names. */
final class SignalFiles {

    private SignalFiles() {}

    static List<SignalSystem> read(Config config, RoadNetwork network, Problems problems) {
        return List.of();
    }
}
