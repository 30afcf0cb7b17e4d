package org.chalaco.app.watch;

import java.util.List;
import java.util.Locale;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.formats.Problems;
import org.chalaco.vision.counting.CountAccuracy;

/**
 * What a watch came to.
 *
 * @param request what was asked for
 * @param results per video
 * @param interrupted whether it was stopped
 * @param left what could not be written as MATSim counts
 */
public record WatchOutcome(
        WatchRequest request, List<ClipResult> results, boolean interrupted, Problems left) {

    /** A table for the screen. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        CountAccuracy all = new CountAccuracy(0, 0, 0, 0);
        boolean marked = results.stream().anyMatch(r -> r.accuracy() != null);
        int wide = results.stream().mapToInt(r -> r.name().length()).max().orElse(4);
        text.append(
                ("%-" + wide + "s  frames  vehicles  ms/frame%s%n")
                        .formatted(
                                "clip",
                                marked ? "  precision  recall     F1  count accuracy" : ""));
        for (ClipResult r : results) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + wide + "s  %6d  %8d  %8.2f",
                            r.name(),
                            r.frames(),
                            r.crossings().size(),
                            r.millisecondsPerFrame()));
            if (r.accuracy() != null) {
                all = all.plus(r.accuracy());
                text.append(figures(r.accuracy())).append(r.dark() ? "  dark" : "");
            }
            text.append(System.lineSeparator());
        }
        if (marked) {
            text.append(("%-" + (wide + 26) + "s").formatted("all"))
                    .append(figures(all))
                    .append(System.lineSeparator());
        }
        text.append("Counts: ").append(request.output()).append(System.lineSeparator());
        return text.toString();
    }

    private static String figures(CountAccuracy a) {
        return String.format(
                Locale.ROOT,
                "  %9.3f  %6.3f  %5.3f  %14.3f",
                a.precision(),
                a.recall(),
                a.f1(),
                a.countAccuracy());
    }

    /** The same as JSON. */
    public ResultsJson json() {
        ResultsJson json = new ResultsJson("watch", ChalacoVersion.current());
        CountAccuracy all = new CountAccuracy(0, 0, 0, 0);
        for (ClipResult r : results) {
            json.put(r.name() + ".frames", r.frames(), "-");
            json.put(r.name() + ".vehicles", r.crossings().size(), "veh");
            json.put(r.name() + ".cpuPerFrame", r.millisecondsPerFrame(), "ms");
            if (r.accuracy() != null) {
                all = all.plus(r.accuracy());
                put(json, r.name() + ".", r.accuracy());
            }
        }
        if (all.found() + all.missed() > 0) {
            put(json, "", all);
        }
        return json;
    }

    private static void put(ResultsJson json, String prefix, CountAccuracy a) {
        json.put(prefix + "precision", a.precision(), "-");
        json.put(prefix + "recall", a.recall(), "-");
        json.put(prefix + "f1", a.f1(), "-");
        json.put(prefix + "countAccuracy", a.countAccuracy(), "-");
    }
}
