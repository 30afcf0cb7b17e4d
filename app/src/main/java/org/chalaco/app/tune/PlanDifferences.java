package org.chalaco.app.tune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.signals.SignalPlansReader;
import org.chalaco.mobsim.signal.SignalPlan;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;

/** What differs between two files of plans, system by system and group by group. */
public final class PlanDifferences {

    /**
     * One difference.
     *
     * @param system signal system
     * @param group signal group, or empty for the plan as a whole
     * @param what {@code cycle}, {@code offset}, {@code green}, {@code onset} or {@code plan}
     * @param before value of the first file, NaN without
     * @param after value of the second file, NaN without
     */
    public record Difference(
            String system, String group, String what, double before, double after) {}

    private PlanDifferences() {}

    /**
     * Compares two files, or folders that hold {@code signalControl.xml}.
     *
     * @param problems takes what is wrong with them
     */
    public static List<Difference> of(Path a, Path b, Problems problems) {
        Map<String, SignalPlan> before = plans(a, problems);
        Map<String, SignalPlan> after = plans(b, problems);
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> systems = new TreeSet<>(before.keySet());
        systems.addAll(after.keySet());
        for (String system : systems) {
            compare(system, before.get(system), after.get(system), differences);
        }
        return differences;
    }

    private static Map<String, SignalPlan> plans(Path place, Problems problems) {
        for (Path file :
                List.of(
                        place,
                        place.resolve("signalControl.xml"),
                        place.resolve("signals").resolve("signalControl.xml"))) {
            if (Files.isRegularFile(file)) {
                return SignalPlansReader.read(file, problems);
            }
        }
        problems.error(
                ProblemType.TUNING_PLANS,
                place.toString(),
                "There are no plans in (%s).".formatted(place),
                "Maybe the folder of a search, or a signalControl.xml?");
        return Map.of();
    }

    private static void compare(
            String system, SignalPlan before, SignalPlan after, List<Difference> differences) {
        if (before == null || after == null) {
            double there = before == null ? Double.NaN : before.cycle();
            double then = after == null ? Double.NaN : after.cycle();
            differences.add(new Difference(system, "", "plan", there, then));
            return;
        }
        add(differences, system, "", "cycle", before.cycle(), after.cycle());
        add(differences, system, "", "offset", before.offset(), after.offset());
        TreeSet<String> groups = new TreeSet<>();
        before.greens().forEach(g -> groups.add(g.groupId()));
        after.greens().forEach(g -> groups.add(g.groupId()));
        for (String group : groups) {
            double green = before.green(group);
            add(differences, system, group, "green", green, after.green(group));
            add(differences, system, group, "onset", onset(before, group), onset(after, group));
        }
    }

    /** First onset of a group in the cycle, s; NaN if it is never green. */
    private static double onset(SignalPlan plan, String group) {
        return plan.greens().stream()
                .filter(g -> g.groupId().equals(group))
                .mapToInt(GroupGreen::onset)
                .min()
                .stream()
                .asDoubleStream()
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void add(
            List<Difference> differences,
            String system,
            String group,
            String what,
            double before,
            double after) {
        if (Double.compare(before, after) != 0) {
            differences.add(new Difference(system, group, what, before, after));
        }
    }

    /** A table of the differences. */
    public static String text(List<Difference> differences) {
        if (differences.isEmpty()) {
            return "The plans are the same.\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        "%-12s %-24s %-7s %8s %8s%n",
                        "system", "group", "what", "before", "after"));
        for (Difference d : differences) {
            text.append(
                    String.format(
                            "%-12s %-24s %-7s %8s %8s%n",
                            d.system(),
                            d.group(),
                            d.what(),
                            seconds(d.before()),
                            seconds(d.after())));
        }
        long systems = differences.stream().map(Difference::system).distinct().count();
        return text.append(
                        "%d differences at %d signal systems%n"
                                .formatted(differences.size(), systems))
                .toString();
    }

    private static String seconds(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f s", value);
    }
}
