package org.chalaco.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chalaco.mobsim.run.DepartureSource;
import org.chalaco.mobsim.traffic.VehicleType;
import org.chalaco.scenario.habana.HabanaMap;
import org.chalaco.scenario.habana.SignalLayout;
import org.chalaco.tuning.evaluation.ProblemSource;
import org.chalaco.tuning.problem.EvaluationWindow;
import org.chalaco.tuning.problem.TrafficDemand;
import org.chalaco.tuning.problem.TuningProblem;

/** The Havana map, with its tables inside, so that workers need no file. */
final class HabanaSource implements ProblemSource {

    private static final long serialVersionUID = 1;

    private final TreeMap<String, String> tables = new TreeMap<>();

    static HabanaSource read(Path data) throws IOException {
        HabanaSource source = new HabanaSource();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                source.tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return source;
    }

    @Override
    public TuningProblem open() {
        HabanaMap map = map();
        return TuningProblem.on(map.network())
                .name("habana")
                .signals(map.signals(SignalLayout.CODE_RUN))
                .demand(new Arrivals(map))
                .window(new EvaluationWindow(0, 0, 300))
                .build();
    }

    private HabanaMap map() {
        try {
            Path folder = Files.createTempDirectory("habana");
            Files.createDirectory(folder.resolve("data"));
            for (Map.Entry<String, String> table : tables.entrySet()) {
                Files.writeString(folder.resolve("data").resolve(table.getKey()), table.getValue());
            }
            HabanaMap map = HabanaMap.read(folder);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Arrivals(HabanaMap map) implements TrafficDemand {
        @Override
        public List<VehicleType> types() {
            return map.types();
        }

        @Override
        public Traffic draw(long seed) {
            return new Traffic(map.demand().departures(seed, 300), DepartureSource.NONE);
        }
    }
}
