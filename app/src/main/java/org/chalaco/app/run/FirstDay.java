package org.chalaco.app.run;

import com.google.inject.Inject;
import java.util.Optional;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;

/** Makes the first day of a scenario ready, without running or writing anything. */
public final class FirstDay {

    private final ScenarioReader reader;

    /** Days of the scenarios that this reader finds. */
    @Inject
    public FirstDay(ScenarioReader reader) {
        this.reader = reader;
    }

    /**
     * Reads and checks a scenario; whoever has no sound route gets one, the others keep theirs.
     *
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public ScenarioTraffic of(RunRequest request) {
        Problems problems = new Problems();
        ScenarioFolder location = reader.folder(request);
        Config config = reader.config(location, request);
        Optional<Scenario> read = reader.read(location, config, request.variants(), problems);
        problems.throwIfErrors();
        Scenario scenario = read.orElseThrow();
        DayToDay loop =
                RunningScenario.loop(scenario)
                        .mobsim(
                                new MicroSimulationRunner(
                                        scenario.network(), scenario.signals(), scenario.mobsim()));
        LoopState start = ScenarioRun.firstState(loop, problems);
        problems.throwIfErrors();
        return new ScenarioTraffic(
                scenario.title(),
                scenario.network(),
                scenario.signals(),
                scenario.mobsim(),
                loop.traffic(start),
                problems);
    }
}
