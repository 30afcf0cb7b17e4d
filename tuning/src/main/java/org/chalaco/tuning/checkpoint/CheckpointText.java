package org.chalaco.tuning.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chalaco.tuning.search.Candidate;
import org.chalaco.tuning.search.Generation;
import org.chalaco.tuning.search.GenerationStatistics;

/** A saved search as lines of text: a word, then numbers. */
final class CheckpointText {

    private static final String FIRST = "chalaco-tuning 1";
    private static final String LAST = "end";

    private final List<String> lines;
    private int next;

    CheckpointText(List<String> lines) {
        this.lines = lines;
    }

    static List<String> write(SavedSearch search) {
        List<String> lines = new ArrayList<>();
        lines.add(FIRST);
        lines.add("fingerprint " + search.fingerprint());
        lines.add("simulations " + search.simulations());
        lines.add("history " + search.history().size());
        search.history().forEach(s -> lines.add(line(s)));
        Generation g = search.generation();
        lines.add("generation " + g.number() + " " + g.finished());
        lines.add(
                "memory "
                        + numbers(g.memory().stream().mapToDouble(Double::doubleValue).toArray()));
        writeCandidates(lines, "candidates", g.candidates());
        writeCandidates(lines, "finalists", search.finalists());
        lines.add("results " + search.results().length);
        for (double[][] result : search.results()) {
            lines.add("seeds " + result.length);
            Arrays.stream(result).forEach(scores -> lines.add("scores " + numbers(scores)));
        }
        lines.add(LAST);
        return lines;
    }

    private static String line(GenerationStatistics s) {
        double[] scores = {s.best(), s.mean(), s.worst(), s.deviation(), s.bestSoFar()};
        return "statistics %d %d %d %s"
                .formatted(s.generation(), s.candidates(), s.simulations(), numbers(scores));
    }

    private static void writeCandidates(List<String> lines, String word, List<Candidate> all) {
        lines.add(word + " " + all.size());
        for (Candidate c : all) {
            lines.add("replications " + c.replications());
            lines.add("scores " + numbers(c.scores()));
            lines.add("genes " + numbers(c.genes()));
            lines.add("local " + numbers(c.local()));
        }
    }

    private static String numbers(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(Double::toHexString)
                .collect(Collectors.joining(" "));
    }

    SavedSearch read() {
        require(FIRST.equals(lines.isEmpty() ? "" : lines.get(next++)));
        String fingerprint = words("fingerprint")[0];
        long simulations = Long.parseLong(words("simulations")[0]);
        List<GenerationStatistics> history = new ArrayList<>();
        for (int k = count("history"); k > 0; k--) {
            history.add(statistics());
        }
        String[] generation = words("generation");
        List<Double> memory = Arrays.stream(doubles("memory", 0)).boxed().toList();
        List<Candidate> candidates = candidates("candidates");
        List<Candidate> finalists = candidates("finalists");
        double[][][] results = new double[count("results")][][];
        for (int k = 0; k < results.length; k++) {
            results[k] = new double[count("seeds")][];
            for (int s = 0; s < results[k].length; s++) {
                results[k][s] = doubles("scores", 0);
            }
        }
        require(next < lines.size() && LAST.equals(lines.get(next)));
        return new SavedSearch(
                fingerprint,
                new Generation(
                        Integer.parseInt(generation[0]),
                        candidates,
                        memory,
                        Boolean.parseBoolean(generation[1])),
                history,
                finalists,
                results,
                simulations);
    }

    private GenerationStatistics statistics() {
        String[] words = words("statistics");
        double[] scores = Arrays.stream(words).skip(3).mapToDouble(Double::parseDouble).toArray();
        require(scores.length == 5);
        return new GenerationStatistics(
                Integer.parseInt(words[0]),
                scores[0],
                scores[1],
                scores[2],
                scores[3],
                scores[4],
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]));
    }

    private List<Candidate> candidates(String word) {
        List<Candidate> all = new ArrayList<>();
        for (int k = count(word); k > 0; k--) {
            int replications = count("replications");
            double[] scores = doubles("scores", 1);
            double[] genes = doubles("genes", 1);
            all.add(new Candidate(genes, scores, replications, doubles("local", 0)));
        }
        return all;
    }

    private int count(String word) {
        return Integer.parseInt(words(word)[0]);
    }

    private double[] doubles(String word, int least) {
        String[] words = words(word);
        double[] numbers =
                Arrays.stream(words)
                        .filter(w -> !w.isEmpty())
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        require(numbers.length >= least);
        return numbers;
    }

    private String[] words(String first) {
        require(next < lines.size() && lines.get(next).startsWith(first + " "));
        return lines.get(next++).substring(first.length() + 1).split(" ");
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException("Not a saved search");
        }
    }
}
