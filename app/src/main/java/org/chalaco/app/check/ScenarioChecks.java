package org.chalaco.app.check;

import java.util.List;
import java.util.Set;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;

/** All checks of a scenario whose files could be read. */
public final class ScenarioChecks {

    private ScenarioChecks() {}

    /** Checks plans and signals against the network; reports every problem. */
    public static void check(
            RoadNetwork network,
            List<Person> persons,
            List<SignalSystem> signals,
            MobsimParameters mobsim,
            Set<String> networkModes,
            Problems problems) {
        new PlanChecks(network, networkModes, mobsim, problems).check(persons);
        new SignalChecks(network, problems).check(signals);
    }
}
