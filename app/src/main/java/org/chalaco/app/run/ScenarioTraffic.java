package org.chalaco.app.run;

import java.util.List;
import org.chalaco.day2day.DayTraffic;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * The first day of a scenario, read, checked and routed, for the mobsim alone.
 *
 * @param title the scenario's name with its variants
 * @param network roads
 * @param signals signalised intersections
 * @param parameters of the mobsim
 * @param day who drives
 * @param warnings what was found while reading; no errors
 */
public record ScenarioTraffic(
        String title,
        RoadNetwork network,
        List<SignalSystem> signals,
        MobsimParameters parameters,
        DayTraffic day,
        Problems warnings) {

    public ScenarioTraffic {
        signals = List.copyOf(signals);
    }
}
