package org.chalaco.app.run;

import java.util.List;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * A scenario, read and checked, for those who let its days pass themselves.
 *
 * @param title its name with its variants
 * @param network roads
 * @param signals signalised intersections
 * @param persons who travels
 * @param fleet who drives what
 * @param mobsim parameters of the traffic simulation
 * @param loop parameters of the day-to-day loop
 * @param warnings what was found while reading; no errors
 */
public record ScenarioParts(
        String title,
        RoadNetwork network,
        List<SignalSystem> signals,
        List<Person> persons,
        Fleet fleet,
        MobsimParameters mobsim,
        DayToDayParameters loop,
        Problems warnings) {

    public ScenarioParts {
        signals = List.copyOf(signals);
        persons = List.copyOf(persons);
    }
}
