package org.chalaco.app.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chalaco.tuning.problem.PlanSet;

/**
 * A search that has been: a line of {@code searches.csv}.
 *
 * @param kind whose
 * @param number from 1
 * @param seed it was made with
 * @param generations it took
 * @param simulations it made
 * @param cpuSeconds it used, all threads, s
 * @param wallSeconds it took, s
 * @param score of its best candidate in the search, in the unit of its own objective
 * @param plans of its best candidate
 */
record FinishedSearch(
        SearchKind kind,
        int number,
        long seed,
        int generations,
        long simulations,
        double cpuSeconds,
        double wallSeconds,
        double score,
        PlanSet plans) {

    static final String HEADER =
            "kind,number,seed,generations,simulations,cpu_s,wall_s,score,unit,plans";

    /** Name among plans. */
    String name() {
        return kind.id() + "-" + number;
    }

    String line() {
        String numbers =
                Arrays.stream(plans.numbers())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%.2f,%.2f,%.4f,%s,%s",
                kind.id(),
                number,
                seed,
                generations,
                simulations,
                cpuSeconds,
                wallSeconds,
                score,
                kind.objective().unit(),
                numbers);
    }

    static FinishedSearch of(String line) {
        String[] cells = line.split(",");
        int[] numbers = Arrays.stream(cells[9].split(" ")).mapToInt(Integer::parseInt).toArray();
        return new FinishedSearch(
                SearchKind.of(cells[0]),
                Integer.parseInt(cells[1]),
                Long.parseLong(cells[2]),
                Integer.parseInt(cells[3]),
                Long.parseLong(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                PlanSet.ofNumbers(numbers));
    }
}
