package org.chalaco.day2day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Person;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the time the loop itself takes for 100 000 persons (200 000 trips) on 1520
 * links and two threads; see what it prints.
 */
@Tag("slow")
class I09_LoopSpeedTest {

    @Test
    void aCityIsPreparedScoredAndReplannedInSeconds() throws IOException {
        RoadNetwork grid = StreetGrid.of(20, 20);
        List<Person> persons = Commuters.of(grid, 100_000, 1, grid.linkCount());
        Map<String, Long> nanos = new LinkedHashMap<>();
        LoopState[] last = new LoopState[1];
        DayToDay loop =
                DayToDay.on(grid)
                        .persons(persons)
                        .mobsim(new BprMobsim(grid, 2500, 36 * 3600))
                        .parameters(
                                DayToDayParameters.STANDARD
                                        .withIterations(0, 3)
                                        .withThreads(2)
                                        .withScoring(Commuters.SCORING)
                                        .withReplanning(Commuters.REPLANNING))
                        .listener(
                                new IterationListener() {
                                    private String phase = "";
                                    private long since = System.nanoTime();

                                    @Override
                                    public void phaseBegins(int iteration, Phase next) {
                                        long now = System.nanoTime();
                                        nanos.merge(phase, now - since, Long::sum);
                                        since = now;
                                        phase = iteration + " " + next;
                                    }

                                    @Override
                                    public void iterationEnds(
                                            IterationResult result, LoopState state) {
                                        phaseBegins(result.iteration(), Phase.SCORING);
                                        last[0] = state;
                                        System.out.println(
                                                result.scores() + " gap " + result.relativeGap());
                                    }
                                });
        loop.run();
        long saved = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LoopStateFormat.write(last[0], 4711, grid, out);
        long written = System.nanoTime();
        LoopState read =
                LoopStateFormat.read(new ByteArrayInputStream(out.toByteArray()), 4711, grid);
        nanos.put("read", System.nanoTime() - written);
        nanos.put("write " + out.size() / 1_000_000 + " MB", written - saved);
        nanos.forEach((phase, time) -> System.out.printf("%-20s %.2f s%n", phase, time / 1e9));
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("%.0f MB in use%n", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);

        assertThat(read).isEqualTo(last[0]);
        assertThat(nanos.get("0 PREPARATION")).isLessThan(60_000_000_000L);
    }
}
