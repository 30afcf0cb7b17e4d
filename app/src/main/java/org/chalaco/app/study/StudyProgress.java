package org.chalaco.app.study;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.tuning.TuningListener;
import org.chalaco.tuning.search.GenerationStatistics;

/**
 * Says how far the experiment is: a line every ten generations, or, on a terminal, one that changes
 * with every generation. The time left follows from the generations so far, each kind by itself.
 */
final class StudyProgress {

    private static final int LINES_EVERY = 10;

    private final PrintWriter out;
    private final boolean terminal;
    private final StudySettings settings;
    private final Map<SearchKind, Integer> left = new EnumMap<>(SearchKind.class);
    private final Map<SearchKind, double[]> spent = new EnumMap<>(SearchKind.class);

    StudyProgress(
            PrintWriter out,
            boolean terminal,
            StudySettings settings,
            List<FinishedSearch> finished) {
        this.out = out;
        this.terminal = terminal;
        this.settings = settings;
        left.put(SearchKind.STUDY, settings.searches() * settings.generations());
        left.put(SearchKind.OWN, settings.ownSearches() * settings.generations());
        for (SearchKind kind : SearchKind.values()) {
            spent.put(kind, new double[2]);
        }
        for (FinishedSearch search : finished) {
            left.merge(search.kind(), -settings.generations(), Integer::sum);
            spent.get(search.kind())[0] += search.wallSeconds();
            spent.get(search.kind())[1] += search.generations();
        }
    }

    /** The listener of one search. */
    TuningListener search(SearchKind kind, int number, int of) {
        return new TuningListener() {
            private long since = System.nanoTime();

            @Override
            public void begins(int generation, int mostGenerations) {
                left.merge(kind, -generation, Integer::sum);
            }

            @Override
            public void generation(GenerationStatistics s) {
                long now = System.nanoTime();
                spent.get(kind)[0] += (now - since) / 1e9;
                spent.get(kind)[1]++;
                since = now;
                left.merge(kind, -1, Integer::sum);
                if (terminal || (s.generation() + 1) % LINES_EVERY == 0) {
                    tell(kind, number, of, s);
                }
            }
        };
    }

    private void tell(SearchKind kind, int number, int of, GenerationStatistics s) {
        out.printf(
                Locale.ROOT,
                "%s%s search %d of %d, generation %d of %d: best %.2f %s, mean %.2f, about %s left%s",
                terminal ? "\r" : "",
                kind.id(),
                number,
                of,
                s.generation() + 1,
                settings.generations(),
                s.bestSoFar(),
                kind.objective().unit(),
                s.mean(),
                text(secondsLeft()),
                terminal ? "   " : System.lineSeparator());
        out.flush();
    }

    /** A search that ended early leaves no generations to wait for. */
    void done(FinishedSearch search) {
        left.merge(search.kind(), search.generations() - settings.generations(), Integer::sum);
        out.printf(
                Locale.ROOT,
                "%s%s search %d: %.2f %s after %d simulations, %.0f CPU s%n",
                terminal ? "\r" : "",
                search.kind().id(),
                search.number(),
                search.score(),
                search.kind().objective().unit(),
                search.simulations(),
                search.cpuSeconds());
        out.flush();
    }

    /** All plans are compared. */
    void judging(int plans, int seeds) {
        out.printf("judging %d plans on %d fresh seeds%n", plans, seeds);
        out.flush();
    }

    private double secondsLeft() {
        double seconds = 0;
        for (SearchKind kind : SearchKind.values()) {
            double[] own = spent.get(kind);
            double[] known = own[1] > 0 ? own : anySpent();
            seconds += Math.max(0, left.get(kind)) * known[0] / Math.max(1, known[1]);
        }
        return seconds;
    }

    private double[] anySpent() {
        return spent.values().stream().filter(s -> s[1] > 0).findFirst().orElse(new double[2]);
    }

    private static String text(double seconds) {
        long minutes = Math.round(seconds / 60);
        return "%d:%02d h".formatted(minutes / 60, minutes % 60);
    }
}
