package org.chalaco.app.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chalaco.analysis.emission.Pollutant;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.objective.EmissionMeter;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.objective.Occupancy;

/** The objectives by the names of the command line. */
public final class Objectives {

    private Objectives() {}

    private static Map<String, Objective> byName(double secondsPerStop) {
        Map<String, Objective> all = new LinkedHashMap<>();
        for (Objective objective :
                List.of(
                        Objective.delayAndStops(secondsPerStop),
                        Objective.delay(),
                        Objective.stops(),
                        Objective.travelTime(),
                        Objective.personDelay(Occupancy.USUAL),
                        Objective.pedestrianDelay(),
                        Objective.largestLinkTime(),
                        Objective.totalLinkTime(),
                        Objective.squareWeightedLinkTime())) {
            all.put(objective.name(), objective);
        }
        return all;
    }

    /** Pollutants that plans may be tuned for; each is measured only where it is asked for. */
    private static final List<EmissionMeter> METERS =
            List.of(EmissionMeter.of(Pollutant.CO2), EmissionMeter.of(Pollutant.NOX));

    /** All names. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(byName(Objective.USUAL_STOP).keySet());
        METERS.forEach(meter -> names.add(meter.name()));
        return names;
    }

    /** What must be measured for these objectives, in their order. */
    static List<EmissionMeter> meters(List<String> objectives) {
        List<EmissionMeter> meters = new ArrayList<>();
        for (String name : objectives) {
            METERS.stream()
                    .filter(m -> m.name().equals(name) && !meters.contains(m))
                    .forEach(meters::add);
        }
        return meters;
    }

    private static Map<String, Objective> all(TuneRequest request) {
        Map<String, Objective> all = byName(request.secondsPerStop());
        List<EmissionMeter> meters = meters(request.objectives());
        for (int k = 0; k < meters.size(); k++) {
            EmissionMeter meter = meters.get(k);
            all.put(meter.name(), Objective.metered(meter.name(), meter.unit(), k));
        }
        return all;
    }

    /** The objectives of a request; what is wrong with them is reported. */
    static List<Objective> of(TuneRequest request, Problems problems) {
        Map<String, Objective> all = all(request);
        List<Objective> chosen = new ArrayList<>();
        for (String name : request.objectives()) {
            Optional<Objective> objective = Optional.ofNullable(all.get(name));
            if (objective.isEmpty()) {
                problems.add(
                        ProblemType.TUNING_NAME.error(
                                "--objective",
                                name,
                                "There is no objective (%s).".formatted(name),
                                NearestName.remedy(name, names())));
            }
            double cost = request.placement().costPerSignal();
            objective.ifPresent(o -> chosen.add(cost == 0 ? o : o.withSignalCost(cost)));
        }
        if (request.objectives().isEmpty() || request.objectives().size() > 2) {
            problems.add(
                    ProblemType.TUNING_SETTING.error(
                            "--objective",
                            String.join(",", request.objectives()),
                            "(%d) objectives cannot be minimised."
                                    .formatted(request.objectives().size()),
                            "Maybe one, or two for a Pareto front?"));
        }
        return chosen;
    }
}
