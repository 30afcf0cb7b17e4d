package org.chalaco.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;

/** What a measurement found, as a table for people and as JSON for programs. */
public final class BenchResult {

    /** One line of the table that differs from repeat to repeat. */
    private record Timing(
            String name, String unit, int decimals, ToDoubleFunction<BenchRepeat> of) {}

    /** Said in the table's first line. */
    private static final List<String> SETTINGS =
            List.of("scenario", "timeStep", "threads", "seed", "events", "warmups");

    private final String title;
    private final MobsimParameters parameters;
    private final BenchPlan plan;
    private final List<BenchRepeat> repeats;
    private final HeapFootprint memory;
    private final double peakProcessBytes;
    private final List<Timing> timings;

    BenchResult(
            String title,
            MobsimParameters parameters,
            BenchPlan plan,
            List<BenchRepeat> repeats,
            HeapFootprint memory,
            double peakProcessBytes) {
        this.title = title;
        this.parameters = parameters;
        this.plan = plan;
        this.repeats = List.copyOf(repeats);
        this.memory = memory;
        this.peakProcessBytes = peakProcessBytes;
        int threads = parameters.threads();
        double step = parameters.stepSeconds();
        timings =
                List.of(
                        new Timing("cpuSeconds", "s", 3, r -> r.cpu().process()),
                        new Timing("mobsimCpuSeconds", "s", 3, r -> r.cpu().mobsim(threads)),
                        new Timing("compilerCpuSeconds", "s", 3, r -> r.cpu().compiler()),
                        new Timing("collectorCpuSeconds", "s", 3, r -> r.cpu().collector()),
                        new Timing("wallSeconds", "s", 3, r -> r.cpu().wall()),
                        new Timing(
                                "updatesPerCpuSecond",
                                "1/s",
                                0,
                                r -> r.run().vehicleUpdates() / r.cpu().process()),
                        new Timing(
                                "updatesPerMobsimCpuSecond",
                                "1/s",
                                0,
                                r -> r.run().vehicleUpdates() / r.cpu().mobsim(threads)),
                        new Timing(
                                "updatesPerWallSecond",
                                "1/s",
                                0,
                                r -> r.run().vehicleUpdates() / r.cpu().wall()),
                        new Timing(
                                "vehicleSecondsPerCpuSecond",
                                "-",
                                0,
                                r -> step * r.run().vehicleUpdates() / r.cpu().process()));
    }

    /** What the runs did; the same in every repeat. */
    public BenchKpis kpis() {
        return repeats.get(0).kpis();
    }

    /** A figure that differs from repeat to repeat, by its name in the JSON. */
    public Spread spread(String name) {
        return timings.stream()
                .filter(timing -> timing.name().equals(name))
                .findFirst()
                .map(this::spread)
                .orElseThrow();
    }

    private Spread spread(Timing timing) {
        return Spread.of(repeats.stream().mapToDouble(timing.of()).toArray());
    }

    /** Most resident memory of the process, B; NaN where the system does not tell. */
    public double peakProcessBytes() {
        return peakProcessBytes;
    }

    /** The table: what was measured, timings with their spread, what was done. */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: steps of %s s, threads %d, seed %d, events %s, repeats %d after %d%n",
                        title,
                        parameters.stepSeconds(),
                        parameters.threads(),
                        parameters.seed(),
                        plan.events().name().toLowerCase(Locale.ROOT),
                        plan.repeats(),
                        plan.warmups()));
        text.append(String.format("%-28s%16s%16s%16s %s%n", "", "median", "min", "max", "unit"));
        for (Timing timing : timings) {
            Spread spread = spread(timing);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-28s%s%s%s %s%n",
                            timing.name(),
                            number(spread.median(), timing.decimals()),
                            number(spread.min(), timing.decimals()),
                            number(spread.max(), timing.decimals()),
                            timing.unit()));
        }
        ResultsJson json = json();
        for (var field : json.results().properties()) {
            if (isConstant(field.getKey())) {
                JsonNode unit = json.units().get(field.getKey());
                text.append(line(field.getKey(), field.getValue(), unit));
            }
        }
        return text.toString();
    }

    private boolean isConstant(String name) {
        return timings.stream().noneMatch(timing -> timing.name().equals(name))
                && !name.equals("repeats")
                && !SETTINGS.contains(name);
    }

    private static String line(String name, JsonNode value, JsonNode unit) {
        String text = value.asText();
        if (value.isDouble()) {
            text = number(value.doubleValue(), value.doubleValue() < 1e4 ? 2 : 0).strip();
        } else if (value.isNull()) {
            text = "?";
        }
        String of = unit == null || unit.asText().equals("-") ? "" : unit.asText();
        return "%-28s%16s %s".formatted(name, text, of).stripTrailing() + System.lineSeparator();
    }

    private static String number(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return String.format("%16s", Double.isNaN(value) ? "?" : digits);
    }

    /** Everything, for programs; timings are medians, {@code repeats} lists each. */
    public ResultsJson json() {
        RunResult run = repeats.get(0).run();
        BenchKpis kpis = kpis();
        ResultsJson json =
                new ResultsJson("bench", ChalacoVersion.current())
                        .put("scenario", title)
                        .put("timeStep", parameters.stepSeconds(), "s")
                        .put("threads", parameters.threads(), "-")
                        .put("seed", parameters.seed(), "-")
                        .put("events", plan.events().name().toLowerCase(Locale.ROOT))
                        .put("warmups", plan.warmups(), "-");
        for (Timing timing : timings) {
            json.put(timing.name(), spread(timing).median(), timing.unit());
        }
        json.put("vehicleUpdates", kpis.vehicleUpdates(), "-")
                .put("vehicleSeconds", kpis.vehicleUpdates() * parameters.stepSeconds(), "s")
                .put("steps", run.steps(), "-")
                .put("trips", run.departures(), "-")
                .put("arrived", kpis.arrived(), "-")
                .put("unfinished", kpis.unfinished(), "-")
                .put("meanTripSeconds", kpis.meanTripSeconds(), "s")
                .put("waitingOutsideSeconds", run.waitingOutsideSeconds(), "s")
                .put("peakVehiclesOnRoad", run.peakVehiclesOnRoad(), "veh")
                .put("bytesPerVehicle", memory.bytesPerVehicle(), "B")
                .put("bytesPerLane", memory.bytesPerLane(), "B")
                .put("peakProcessBytes", peakProcessBytes, "B")
                .put("eventCount", kpis.eventCount(), "-")
                .put("eventHash", kpis.eventHash());
        listRepeats(json);
        return json;
    }

    private void listRepeats(ResultsJson json) {
        var list = json.results().putArray("repeats");
        for (BenchRepeat repeat : repeats) {
            ObjectNode node = list.addObject();
            for (Timing timing : timings) {
                double value = timing.of().applyAsDouble(repeat);
                if (Double.isFinite(value)) {
                    node.put(timing.name(), value);
                } else {
                    node.putNull(timing.name());
                }
            }
        }
    }
}
