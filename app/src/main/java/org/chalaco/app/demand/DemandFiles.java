package org.chalaco.app.demand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.StationComparison;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.app.run.ScenarioParts;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.scenario.od.CountTarget;
import org.chalaco.scenario.od.DemandEstimation;
import org.chalaco.scenario.od.DemandRound;
import org.chalaco.scenario.od.OdCell;
import org.chalaco.scenario.od.OdMatrix;
import org.chalaco.scenario.sensor.DroppedReadings;
import org.chalaco.scenario.sensor.ObservedCounts;

/**
 * Writes what an estimation found: the plans; and into the folder of the report {@code
 * report.html}, {@code counts.csv}, {@code rounds.csv}, {@code od.csv} and, where sensors were
 * cleaned, {@code dropped.csv}.
 */
final class DemandFiles {

    /**
     * An estimation and its input.
     *
     * @param request what was asked for
     * @param world roads and rules
     * @param observed counts as read
     * @param fitted counts used
     * @param heldOut counts only compared with
     * @param result what was found
     * @param odError distance from a known truth, or null
     * @param warnings all of them
     * @param seconds it took
     */
    record Outcome(
            DemandRequest request,
            ScenarioParts world,
            ObservedCounts observed,
            List<CountTarget> fitted,
            List<CountTarget> heldOut,
            DemandEstimation.Result result,
            TruthDay.OdError odError,
            Problems warnings,
            double seconds) {

        DemandRound prior() {
            return result.rounds().get(0);
        }

        /** The figures as JSON. */
        ResultsJson json() {
            DemandRound best = result.best();
            ResultsJson json =
                    new ResultsJson("demand", ChalacoVersion.current())
                            .put("output", request.output().toString())
                            .put("trips", best.trips(), "trips")
                            .put("rounds", result.rounds().size(), "-")
                            .put("bestRound", best.number(), "-");
            put(json, "fitted", best.fitted());
            put(json, "heldOut", best.heldOut());
            if (odError != null) {
                json.put("odErrorPrior", odError.prior(), "-");
                json.put("odErrorEstimate", odError.estimate(), "-");
            }
            return json;
        }

        private static void put(ResultsJson json, String name, CountComparison comparison) {
            json.put(name + "Counts", comparison.rows().size(), "-");
            if (!comparison.rows().isEmpty()) {
                json.put(name + "ShareGehBelow5", comparison.shareGood(), "-");
                json.put(name + "Rmse", comparison.rmse(), "veh/h");
                json.put(name + "PercentRmse", comparison.percentRmse(), "-");
            }
        }
    }

    private final Outcome outcome;

    DemandFiles(Outcome outcome) {
        this.outcome = outcome;
    }

    void write() throws IOException {
        Path output = outcome.request().output().toAbsolutePath();
        Files.createDirectories(output.getParent());
        List<Person> persons = outcome.result().persons();
        PopulationWriter.write(
                output,
                outcome.world().network(),
                persons.stream().map(DemandFiles::selected).iterator());
        Path folder = outcome.request().report();
        Files.createDirectories(folder);
        OutputFolder.writeText(folder.resolve("counts.csv"), counts());
        OutputFolder.writeText(folder.resolve("rounds.csv"), rounds());
        OutputFolder.writeText(folder.resolve("od.csv"), matrix());
        if (!outcome.observed().dropped().isEmpty()) {
            OutputFolder.writeText(folder.resolve("dropped.csv"), dropped());
        }
        OutputFolder.writeText(folder.resolve("report.html"), new DemandReport(outcome).html());
    }

    /** Others than the driven plan belong to rounds that are forgotten. */
    private static Person selected(Person person) {
        return Person.of(person.id(), person.attributes(), person.selectedPlan());
    }

    private String counts() {
        StringBuilder text =
                new StringBuilder(
                        "station,fitted,from (s),until (s),class,counted (veh/h),simulated (veh/h),geh\n");
        add(text, outcome.result().best().fitted(), "yes");
        add(text, outcome.result().best().heldOut(), "no");
        return text.toString();
    }

    private static void add(StringBuilder text, CountComparison comparison, String fitted) {
        for (StationComparison r : comparison.rows()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%s,%.0f,%.0f,%s,%.1f,%.1f,%.2f%n",
                            r.stationId(),
                            fitted,
                            r.from(),
                            r.until(),
                            r.vehicleClass() == null ? "" : r.vehicleClass(),
                            r.observed(),
                            r.simulated(),
                            r.geh()));
        }
    }

    private String rounds() {
        StringBuilder text =
                new StringBuilder(
                        "round,trips,misfit,share of fitted with GEH below 5,share of held out with GEH below 5,RMSE fitted (veh/h),RMSE held out (veh/h)\n");
        for (DemandRound r : outcome.result().rounds()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%.0f,%.1f,%s,%s,%s,%s%n",
                            r.number(),
                            r.trips(),
                            r.misfit(),
                            number(r.fitted().shareGood()),
                            number(r.heldOut().shareGood()),
                            number(r.fitted().rmse()),
                            number(r.heldOut().rmse())));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private String matrix() {
        OdMatrix matrix = outcome.result().matrix();
        double[] trips = matrix.trips();
        StringBuilder text = new StringBuilder("origin,destination,mode,from (s),trips\n");
        for (int j = 0; j < trips.length; j++) {
            OdCell c = matrix.cells().get(j);
            if (trips[j] > 0) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%.0f,%.0f%n",
                                c.origin(),
                                c.destination(),
                                c.mode(),
                                c.slice() * matrix.sliceLength(),
                                trips[j]));
            }
        }
        return text.toString();
    }

    private String dropped() {
        StringBuilder text = new StringBuilder("detector,from,readings,reason\n");
        for (DroppedReadings d : outcome.observed().dropped()) {
            text.append(
                    "%s,%s,%d,%s%n"
                            .formatted(d.detector(), d.from(), d.count(), d.reason().name()));
        }
        return text.toString();
    }
}
