package org.chalaco.app.tune;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.Departure;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.InvalidTuningException;
import org.chalaco.tuning.problem.SignalDrafts;
import org.chalaco.tuning.problem.SpreadDepartures;
import org.chalaco.tuning.problem.TrafficReserve;
import org.chalaco.tuning.problem.TunedIntersection.Placement;
import org.chalaco.tuning.problem.TuningProblem;

/** Makes the tuning problem of a scenario and a request. */
public final class TuneProblem {

    private static final String ALL = "all";

    private final ScenarioTraffic traffic;
    private final TuneRequest request;
    private final Problems problems;

    /** Of this traffic; what is wrong is reported. */
    public TuneProblem(ScenarioTraffic traffic, TuneRequest request, Problems problems) {
        this.traffic = traffic;
        this.request = request;
        this.problems = problems;
    }

    /** The problem, or empty with everything that is wrong reported. */
    public Optional<TuningProblem> make() {
        Optional<EvaluationWindow> window = TuneWindow.of(request, traffic.parameters(), problems);
        List<String> removable = removable();
        List<Integer> addable = addable();
        if (window.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        TuningProblem.Builder builder =
                TuningProblem.on(traffic.network())
                        .name(traffic.title())
                        .demand(demand(window.get()))
                        .mobsim(traffic.parameters())
                        .window(window.get())
                        .rules(request.rules())
                        .reserve(new TrafficReserve(request.reserve()))
                        .pedestriansPerHour(request.pedestriansPerHour());
        Objectives.meters(request.objectives()).forEach(builder::meter);
        for (SignalSystem system : traffic.signals()) {
            boolean free = removable.contains(system.id());
            builder.signals(List.of(system), free ? Placement.REMOVABLE : Placement.FIXED);
        }
        SignalDrafts drafts = new SignalDrafts(traffic.network(), request.rules());
        for (int junction : addable) {
            drafts.of(junction)
                    .ifPresentOrElse(
                            system -> builder.signals(List.of(system), Placement.ADDABLE),
                            () -> reportNoConflict(junction));
        }
        try {
            return problems.hasErrors() ? Optional.empty() : Optional.of(builder.build());
        } catch (InvalidTuningException e) {
            e.problems().forEach(text -> problems.add(TuningText.problem(text)));
            return Optional.empty();
        }
    }

    private void reportNoConflict(int junction) {
        String id = traffic.network().junction(junction).id();
        problems.add(
                ProblemType.TUNING_PLACE.error(
                        "--add-signals",
                        id,
                        "At junction (%s) nobody meets anybody, so a signal has nothing to do."
                                .formatted(id),
                        "Maybe another junction?"));
    }

    /** Only those who depart within the simulated time; earlier ones would all start at once. */
    private SpreadDepartures demand(EvaluationWindow window) {
        List<Departure> inside =
                traffic.day().departures().stream()
                        .filter(d -> d.time() >= window.start() && d.time() < window.end())
                        .toList();
        if (inside.isEmpty()) {
            problems.add(
                    ProblemType.TUNING_WINDOW.error(
                            "--window",
                            String.valueOf(request.window()),
                            "Nobody departs between %s and %s."
                                    .formatted(
                                            TuneWindow.clock(window.start()),
                                            TuneWindow.clock(window.end())),
                            "Maybe another window?"));
        }
        return new SpreadDepartures(
                traffic.day().types(),
                inside,
                traffic.day().following(),
                request.spread(),
                window.start());
    }

    private List<String> removable() {
        Set<String> known = new LinkedHashSet<>();
        traffic.signals().forEach(s -> known.add(s.id()));
        List<String> asked = request.placement().removable();
        if (asked.contains(ALL)) {
            return List.copyOf(known);
        }
        for (String id : asked) {
            if (!known.contains(id)) {
                problems.add(
                        ProblemType.TUNING_PLACE.error(
                                "--remove-signals",
                                id,
                                "There is no signal system (%s).".formatted(id),
                                NearestName.remedy(id, known)));
            }
        }
        return asked;
    }

    private List<Integer> addable() {
        RoadNetwork network = traffic.network();
        List<Integer> junctions = new ArrayList<>();
        for (String id : request.placement().addable()) {
            int junction = network.findJunction(id);
            if (junction == RoadNetwork.NONE) {
                problems.add(
                        ProblemType.TUNING_PLACE.error(
                                "--add-signals",
                                id,
                                "There is no junction (%s).".formatted(id),
                                "Maybe the id of a node of the network?"));
            } else {
                junctions.add(junction);
            }
        }
        return junctions;
    }
}
