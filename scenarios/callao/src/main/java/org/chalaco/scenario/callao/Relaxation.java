package org.chalaco.scenario.callao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.chalaco.day2day.DayToDay;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.Fleet;
import org.chalaco.day2day.IterationListener;
import org.chalaco.day2day.IterationResult;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.MicroSimulationRunner;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;

/**
 * Lets everybody learn for so many days before the scenario is shipped, as MATSim scenarios do: who
 * runs it then starts near an equilibrium instead of with routes nobody has tried. What is learnt
 * and how is in {@code config.xml}; afterwards everybody keeps one plan, the one selected last.
 * Deterministic, for any number of threads.
 */
final class Relaxation {

    private final CallaoMorning morning;
    private final DayToDayParameters loop;
    private final Consumer<String> reports;

    /**
     * @param config whose replanning, scoring and routing apply
     * @param reports takes a line per day
     */
    Relaxation(CallaoMorning morning, Path config, int threads, Consumer<String> reports) {
        this.morning = morning;
        this.reports = reports;
        Problems problems = new Problems();
        loop =
                DayToDayConfig.read(ConfigReader.read(config, problems), problems)
                        .withThreads(threads);
        problems.throwIfErrors();
    }

    /** The morning after so many days. */
    CallaoMorning after(int days) {
        reports.accept(
                "| day | relative gap | mean score | arrived | stuck | taken off | mean speed, km/h | replanned |");
        reports.accept("|---|---|---|---|---|---|---|---|");
        MobsimParameters mobsim =
                morning.rules()
                        .withTimes(MorningDrive.START, MorningDrive.END)
                        .withThreads(loop.threads())
                        .withCheckMode(CheckMode.OFF);
        LoopState end =
                DayToDay.on(morning.callao().network())
                        .persons(morning.persons())
                        .fleet(Fleet.byMode(morning.types()))
                        .signals(morning.signals())
                        .parameters(loop.withIterations(0, days - 1))
                        .mobsim(
                                new MicroSimulationRunner(
                                        morning.callao().network(), morning.signals(), mobsim))
                        .listener(new Report())
                        .run();
        List<Person> persons = new ArrayList<>();
        for (Person p : end.persons()) {
            Plan plan = p.selectedPlan();
            persons.add(Person.of(p.id(), p.attributes(), Plan.of(plan.activities(), plan.legs())));
        }
        return morning.withPersons(persons);
    }

    /** A row per day. */
    private final class Report implements IterationListener {

        @Override
        public void iterationEnds(IterationResult r, LoopState state) {
            double distance =
                    r.modes().stream().mapToDouble(m -> m.arrived() * m.meanDistance()).sum();
            double time =
                    r.modes().stream().mapToDouble(m -> m.arrived() * m.meanTravelTime()).sum();
            reports.accept(
                    String.format(
                            Locale.ROOT,
                            "| %d | %.1f %% | %.2f | %d | %d | %d | %.1f | %d |",
                            r.iteration(),
                            100 * r.relativeGap(),
                            r.scores().executed(),
                            r.mobsim().arrived(),
                            r.stuckPersons(),
                            r.mobsim().removedAsHopeless(),
                            3.6 * distance / time,
                            r.replannedPersons()));
        }
    }
}
