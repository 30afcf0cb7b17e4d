package org.chalaco.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.app.run.ScenarioTraffic;
import org.chalaco.formats.events.EventsWriter;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.run.RunResult;

/**
 * Runs one day of traffic through the mobsim several times and measures each run.
 *
 * <p>A measured run begins when the mobsim is built from network, signals and demand in memory, and
 * ends with its result: no reading, routing, scoring or writing is in it, but the events are, up to
 * and including the sink that takes them. Before each run the heap is cleaned, so that no run pays
 * for the garbage of another.
 */
public final class Bench {

    private final ScenarioTraffic traffic;
    private final BenchPlan plan;
    private final PrintWriter progress;

    /**
     * A measurement that has not begun.
     *
     * @param progress takes a line after every run
     */
    public Bench(ScenarioTraffic traffic, BenchPlan plan, PrintWriter progress) {
        this.traffic = traffic;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IllegalStateException if two runs of the same did not do the same
     */
    public BenchResult run() throws IOException {
        for (int k = 1; k <= plan.warmups(); k++) {
            tell("warm-up", k, plan.warmups(), once());
        }
        List<BenchRepeat> repeats = new ArrayList<>();
        for (int k = 1; k <= plan.repeats(); k++) {
            BenchRepeat repeat = once();
            tell("repeat", k, plan.repeats(), repeat);
            repeats.add(repeat);
            checkSame(repeats.get(0), repeat);
        }
        HeapFootprint memory =
                plan.memory()
                        ? HeapFootprint.measure(traffic, repeats.get(0).run().peakVehiclesOnRoad())
                        : HeapFootprint.UNKNOWN;
        return new BenchResult(
                traffic.title(), traffic.parameters(), plan, repeats, memory, PeakMemory.bytes());
    }

    private BenchRepeat once() throws IOException {
        if (plan.events() != EventsTo.FILE) {
            EventHash hash = new EventHash();
            return measure(plan.events() == EventsTo.NONE ? EventSink.NONE : hash, hash);
        }
        Path folder = Files.createTempDirectory("chalaco-bench");
        Path file = folder.resolve("events.xml");
        try (EventsWriter writer =
                EventsWriter.create(
                        file, traffic.network(), traffic.signals(), traffic.day().trips())) {
            BenchRepeat repeat = measure(writer, new EventHash());
            writer.commit();
            return repeat;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private BenchRepeat measure(EventSink sink, EventHash hash) {
        TripTimes trips = new TripTimes(traffic.day());
        System.gc();
        CpuTime start = CpuTime.now();
        RunResult run =
                MicroSimulation.on(traffic.network())
                        .signals(traffic.signals())
                        .demand(traffic.day().types(), traffic.day().departures())
                        .follow(trips)
                        .parameters(traffic.parameters())
                        .events(sink)
                        .run();
        return new BenchRepeat(run, CpuTime.since(start), kpis(run, trips, hash));
    }

    private static BenchKpis kpis(RunResult run, TripTimes trips, EventHash hash) {
        return new BenchKpis(
                run.vehicleUpdates(),
                run.arrived(),
                run.onRoadAtEnd() + run.waitingOutsideAtEnd() + run.removedAsHopeless(),
                trips.mean(),
                hash.count(),
                hash.count() == 0 ? "" : hash.text());
    }

    private void tell(String what, int number, int of, BenchRepeat repeat) {
        progress.printf(
                Locale.ROOT,
                "%s %d of %d: %.2f CPU s, %.2f s, %.2f million updates per CPU s%n",
                what,
                number,
                of,
                repeat.cpu().process(),
                repeat.cpu().wall(),
                repeat.kpis().vehicleUpdates() / repeat.cpu().process() / 1e6);
        progress.flush();
    }

    private static void checkSame(BenchRepeat one, BenchRepeat other) {
        if (!one.kpis().equals(other.kpis())) {
            throw new IllegalStateException(
                    "Two runs of the same traffic did not do the same: (%s) and (%s)."
                            .formatted(one.kpis(), other.kpis()));
        }
    }
}
