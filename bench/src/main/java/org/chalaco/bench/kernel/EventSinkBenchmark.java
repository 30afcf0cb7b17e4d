package org.chalaco.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chalaco.analysis.kpi.KpiCollector;
import org.chalaco.app.bench.EventHash;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.traffic.VehicleType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What sinks cost: all events of one run of a signalised street, kept in memory and given to a sink
 * again. The score is time for the whole run's events; {@code dropped} is the loop alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventSinkBenchmark {

    private final List<TrafficEvent> recorded = new ArrayList<>();
    private Street street;

    /** Records the events. */
    @Setup
    public void record() {
        street = new Street(3, true);
        street.run(recorded::add);
    }

    private void replay(EventSink sink) {
        for (TrafficEvent event : recorded) {
            sink.accept(event);
        }
    }

    /** Into nothing. */
    @Benchmark
    public int dropped() {
        replay(EventSink.NONE);
        return recorded.size();
    }

    /** Into the digest of {@code chalaco bench}. */
    @Benchmark
    public String hashed() {
        EventHash hash = new EventHash();
        replay(hash);
        return hash.text();
    }

    /** Into two digests. */
    @Benchmark
    public String fannedOut() {
        EventHash hash = new EventHash();
        replay(EventSink.fanOut(hash, new EventHash()));
        return hash.text();
    }

    /** Into key figures. */
    @Benchmark
    public Object keyFigures() {
        KpiCollector kpis =
                KpiCollector.on(street.network())
                        .signals(street.signals())
                        .vehicles(List.of(VehicleType.CAR), street.departures())
                        .build();
        replay(kpis);
        return kpis;
    }
}
