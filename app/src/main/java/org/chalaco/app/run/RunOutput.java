package org.chalaco.app.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import org.chalaco.analysis.capacity.CapacityReport;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.emission.EmissionTotals;
import org.chalaco.analysis.kpi.Kpis;
import org.chalaco.app.output.CountCompareFiles;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.app.output.RunLog;
import org.chalaco.app.progress.RunProgress;
import org.chalaco.app.report.RunRecording;
import org.chalaco.app.report.Wording;
import org.chalaco.day2day.DayEventSink;
import org.chalaco.day2day.IterationListener;
import org.chalaco.day2day.IterationResult;
import org.chalaco.day2day.LoopState;
import org.chalaco.day2day.LoopStateFormat;
import org.chalaco.day2day.TripTable;
import org.chalaco.formats.events.EventsWriter;
import org.chalaco.formats.plans.PopulationWriter;

/**
 * Writes what each iteration leaves: statistics, and at the intervals of the config events, plans
 * and the state to go on from. Keeps the last complete iteration for the end.
 */
final class RunOutput implements IterationListener {

    private static final String EVENTS = "output_events.xml.gz";

    private final Scenario scenario;
    private final OutputFolder folder;
    private final WatchedMobsim mobsim;
    private final RunProgress progress;
    private final RunLog log;
    private final double filmStart;
    private final IterationStatistics statistics;
    private final Stopwatch stopwatch = new Stopwatch();

    private DayWatch watch;
    private EventsWriter events;
    private LoopState state;
    private IterationResult result;
    private Kpis kpis;
    private RunRecording recording;
    private CountComparison counts;
    private CapacityReport capacities;
    private EmissionTotals emissions;
    private int savedIteration = Integer.MIN_VALUE;

    RunOutput(
            Scenario scenario,
            OutputFolder folder,
            WatchedMobsim mobsim,
            RunProgress progress,
            double filmStart) {
        this.scenario = scenario;
        this.folder = folder;
        this.mobsim = mobsim;
        this.progress = progress;
        this.filmStart = filmStart;
        log = new RunLog(folder);
        statistics = new IterationStatistics(folder, scenario.persons());
    }

    /** Notes what is simulated, before anything is. */
    void begins() {
        log.add("%s, seed %d".formatted(scenario.title(), scenario.mobsim().seed()));
        Wording sample = SampleNote.find(scenario.mobsim().sampleFactor());
        if (sample != null) {
            log.add("sample, " + sample.en());
        }
    }

    /** Goes on after this state. */
    void resume(LoopState from) throws IOException {
        savedIteration = from.iteration();
        state = from;
        statistics.resume(from.iteration());
        log.add("resume after iteration " + from.iteration());
    }

    @Override
    public void phaseBegins(int iteration, Phase phase) {
        stopwatch.begins(phase);
        if (phase == Phase.MOBSIM) {
            progress.iterationStarts(iteration);
            log.add("iteration " + iteration + " begins");
        }
    }

    @Override
    public DayEventSink events(int iteration, TripTable trips) {
        watch = new DayWatch(scenario, trips, filmStart);
        mobsim.observeNext(watch.observations());
        if (!isLast(iteration) && !falls(iteration, scenario.loop().writeEventsInterval())) {
            return watch;
        }
        events =
                EventsWriter.create(
                        isLast(iteration)
                                ? folder.file(EVENTS)
                                : folder.file(iteration, "events.xml.gz"),
                        scenario.network(),
                        scenario.signals(),
                        trips,
                        scenario.fleet());
        return DayEventSink.fanOut(watch, events);
    }

    @Override
    public void iterationEnds(IterationResult newResult, LoopState newState) {
        try {
            kpis = watch.finish(newResult.mobsim().endTime());
            recording = watch.recording();
            capacities = watch.capacities();
            emissions = watch.emissions();
            if (watch.stations() != null) {
                counts = scenario.counts().compare(watch.stations(), scenario.mobsim());
            }
            state = newState;
            result = newResult;
            int iteration = newState.iteration();
            commitEvents(iteration);
            if (!isLast(iteration)) {
                // Those of an earlier, shorter run would not fit the other files on top.
                Files.deleteIfExists(folder.file(EVENTS));
            }
            if (falls(iteration, scenario.loop().writePlansInterval())) {
                PopulationWriter.write(
                        folder.file(iteration, "plans.xml.gz"),
                        scenario.network(),
                        newState.persons().iterator());
            }
            if (counts != null && falls(iteration, scenario.counts().settings().writeInterval())) {
                writeCounts();
            }
            if (falls(iteration, scenario.loop().writeCheckpointInterval())) {
                saveState();
            }
            statistics.add(newResult, kpis, stopwatch.finishIteration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String summary = summary(newResult, kpis);
        log.add("iteration " + newState.iteration() + " ends: " + summary);
        progress.iterationEnds(newState.iteration(), summary);
    }

    /** Writes the comparison with counts of the last complete iteration, if there is one. */
    void writeCounts() throws IOException {
        if (counts != null) {
            CountCompareFiles.write(
                    folder, state.iteration(), counts, scenario.counts().observed().stations());
        }
    }

    private void commitEvents(int iteration) throws IOException {
        if (events == null) {
            return;
        }
        events.commit();
        events.close();
        events = null;
        if (isLast(iteration) && falls(iteration, scenario.loop().writeEventsInterval())) {
            OutputFolder.writeWhole(
                    folder.file(iteration, "events.xml.gz"),
                    copy -> Files.copy(folder.file(EVENTS), copy));
        }
    }

    /** Puts the events of the last complete iteration on top, if this run wrote them. */
    private void liftEvents() throws IOException {
        if (result != null
                && !isLast(state.iteration())
                && falls(state.iteration(), scenario.loop().writeEventsInterval())) {
            OutputFolder.writeWhole(
                    folder.file(EVENTS),
                    copy -> Files.copy(folder.file(state.iteration(), "events.xml.gz"), copy));
        }
    }

    private static String summary(IterationResult result, Kpis kpis) {
        return String.format(
                Locale.ROOT,
                "%d arrived, %.1f km/h, score %.2f, gap %.1f %%",
                result.mobsim().arrived(),
                kpis.total().meanSpeedKmh(),
                result.scores().executed(),
                100 * result.relativeGap());
    }

    /** Saves the state after the last complete iteration, unless that was done. */
    void saveState() throws IOException {
        if (state == null || state.iteration() == savedIteration) {
            return;
        }
        OutputFolder.writeWhole(
                folder.file(SavedRun.STATE),
                temporary -> {
                    try (OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(temporary))) {
                        LoopStateFormat.write(
                                state, scenario.loop().seed(), scenario.network(), out);
                    }
                });
        savedIteration = state.iteration();
    }

    /** Drops what an iteration that was given up has begun to write; the one before is the last. */
    void giveUpIteration() throws IOException {
        if (events != null) {
            events.close();
            events = null;
        }
        liftEvents();
        log.add("interrupted");
    }

    private boolean isLast(int iteration) {
        return iteration == scenario.loop().lastIteration();
    }

    private static boolean falls(int iteration, int interval) {
        return interval > 0 && iteration % interval == 0;
    }

    /** State after the last complete iteration, or null: none. */
    LoopState state() {
        return state;
    }

    /** The last complete iteration in numbers, or null: none in this process. */
    IterationResult result() {
        return result;
    }

    /** Its key figures, or null. */
    Kpis kpis() {
        return kpis;
    }

    /** What the report needs of it, or null. */
    RunRecording recording() {
        return recording;
    }

    /** Its comparison with counts, or null: nothing was counted. */
    CountComparison counts() {
        return counts;
    }

    /** What its links could carry, or null. */
    CapacityReport capacities() {
        return capacities;
    }

    /** What its vehicles emitted, or null: nobody asked. */
    EmissionTotals emissions() {
        return emissions;
    }

    /** What all iterations came to. */
    IterationStatistics statistics() {
        return statistics;
    }

    /** What the traffic simulation took so far. */
    RunCost cost() {
        return mobsim.cost();
    }

    /** The log of the run. */
    RunLog log() {
        return log;
    }
}
