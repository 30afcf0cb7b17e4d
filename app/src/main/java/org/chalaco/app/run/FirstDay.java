package org.chalaco.app.run;

import com.google.inject.Inject;
import java.util.Optional;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.InvalidDemandException;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.formats.ProblemType;
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

    /** Takes over what the loop says is wrong with a demand. */
    public static void add(InvalidDemandException wrong, Problems problems) {
        wrong.problems().forEach(text -> problems.add(NamedProblem.of(text)));
    }

    /**
     * Reads and checks a scenario, and leaves it as it is.
     *
     * @throws org.chalaco.formats.InvalidInputException with everything that is wrong
     */
    public ScenarioParts parts(RunRequest request) {
        Problems problems = new Problems();
        ScenarioFolder location = reader.folder(request);
        Config config = reader.config(location, request);
        Optional<Scenario> read = reader.read(location, config, request.variants(), problems);
        problems.throwIfErrors();
        Scenario scenario = read.orElseThrow();
        warnOfWhatIsLeftOut(scenario, problems);
        return new ScenarioParts(
                scenario.title(),
                scenario.network(),
                scenario.signals(),
                scenario.persons(),
                scenario.fleet(),
                scenario.mobsim(),
                scenario.loop(),
                problems);
    }

    /** The mobsim alone drives buses by their timetable; what acts on the road is not there. */
    private static void warnOfWhatIsLeftOut(Scenario scenario, Problems problems) {
        if (!scenario.program().isEmpty()) {
            problems.add(
                    ProblemType.NOT_OFFERED.warning(
                            "config",
                            "",
                            "Links and signal plans that change during the day stay here as they are when it begins.",
                            "Maybe use chalaco run?"));
        }
        if (!scenario.transit().isEmpty()) {
            problems.add(
                    ProblemType.NOT_OFFERED.warning(
                            "config",
                            "",
                            "Buses stand here as long as the timetable says; nobody gets on or off.",
                            "Maybe use chalaco run?"));
        }
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
        warnOfWhatIsLeftOut(scenario, problems);
        return new ScenarioTraffic(
                scenario.title(),
                scenario.network(),
                scenario.signals(),
                scenario.mobsim(),
                loop.traffic(start),
                problems);
    }
}
