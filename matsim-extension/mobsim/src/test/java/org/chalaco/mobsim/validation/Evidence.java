package org.chalaco.mobsim.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chalaco.mobsim.testkit.Plot;
import org.opentest4j.AssertionFailedError;

/**
 * What one theme of the validation has measured: claims with bounds, and diagrams.
 *
 * <p>{@link #settle()} fails if a claim is out of its bound, or if the page and the diagrams in
 * {@code docs/validation} do not show what was measured, give or take what nobody would see. With
 * the system property {@value #WRITE} set to that folder it writes them instead. Mutable, not
 * thread-safe.
 */
final class Evidence {

    /** System property: the folder to write page and diagrams to; relative to the module. */
    static final String WRITE = "validation.write";

    private static final String PAGE = "README.md";

    /** Numbers of a table may differ by so much, or so many units of the last decimal. */
    private static final double TABLE_SHARE = 0.02;

    private static final double TABLE_LAST_PLACES = 2;

    /** Places in a diagram may differ by so many tenths of a pixel. */
    private static final double DIAGRAM_PLACES = 30;

    private final String theme;
    private final StringBuilder table = new StringBuilder();
    private final Map<String, String> diagrams = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    private Evidence(String theme) {
        this.theme = theme;
    }

    /** Evidence for the block of the page with this name. */
    static Evidence of(String theme) {
        return new Evidence(theme);
    }

    /** Begins a table of claims. */
    Evidence table(String caption) {
        table.append(
                """

                %s

                | what | measured | reference | bound |
                |---|---|---|---|
                """
                        .formatted(caption));
        return this;
    }

    /** Begins a table of these columns. */
    Evidence columns(String caption, String... titles) {
        table.append("%n%s%n%n| %s |%n".formatted(caption, String.join(" | ", titles)));
        table.append("|").append("---|".repeat(titles.length)).append("%n".formatted());
        return this;
    }

    /** One row of a table of columns; what must hold of it is said by {@link #require}. */
    Evidence cells(String... cells) {
        table.append("| %s |%n".formatted(String.join(" | ", cells)));
        return this;
    }

    /** Whether something that the page says holds. */
    Evidence require(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            failures.add(String.format(Locale.ROOT, otherwise, values));
        }
        return this;
    }

    /**
     * A claim that is not met yet: the page says so, and the day it is met this fails, so that it
     * becomes a claim like the others.
     */
    Evidence notMetYet(boolean holds, String claim) {
        table.append("%n**Not met yet:** %s%n".formatted(claim));
        return require(!holds, "now met, make it a claim: %s", claim);
    }

    /** Measured must not exceed the limit. */
    Evidence atMost(String what, double measured, double limit, String unit, int decimals) {
        return row(
                what,
                number(measured, decimals) + " " + unit,
                "",
                "≤ " + number(limit, decimals) + " " + unit,
                measured <= limit);
    }

    /** Measured must reach the limit. */
    Evidence atLeast(String what, double measured, double limit, String unit, int decimals) {
        return row(
                what,
                number(measured, decimals) + " " + unit,
                "",
                "≥ " + number(limit, decimals) + " " + unit,
                measured >= limit);
    }

    /** Measured must lie between two values. */
    Evidence between(String what, double measured, double[] bounds, String unit, int decimals) {
        return row(
                what,
                number(measured, decimals) + " " + unit,
                "",
                number(bounds[0], decimals) + " to " + number(bounds[1], decimals) + " " + unit,
                measured >= bounds[0] && measured <= bounds[1]);
    }

    /** Measured must be the reference, give or take a share of it. */
    Evidence near(
            String what,
            double measured,
            double reference,
            double share,
            String unit,
            int decimals) {
        return row(
                what,
                number(measured, decimals) + " " + unit,
                number(reference, decimals) + " " + unit,
                "± " + number(100 * share, 0) + " %",
                Math.abs(measured - reference) <= share * Math.abs(reference));
    }

    /** A row whose bound the caller has judged. */
    Evidence row(String what, String measured, String reference, String bound, boolean holds) {
        table.append("| %s | %s | %s | %s |%n".formatted(what, measured, reference, bound));
        if (!holds) {
            failures.add(
                    "%s: measured %s, reference (%s), bound %s"
                            .formatted(what, measured, reference, bound));
        }
        return this;
    }

    /** A diagram under the table; the name is that of its file. */
    Evidence diagram(String name, Plot plot) {
        diagrams.put(name, plot.svg());
        table.append("%n![%s](%s.svg)%n".formatted(name.replace('-', ' '), name));
        return this;
    }

    /** A number with so many decimals. */
    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Judges the claims; compares page and diagrams, or writes them. */
    void settle() {
        String folder = System.getProperty(WRITE);
        if (folder == null) {
            settleWith(committed());
        } else {
            write(Path.of(folder));
            judge();
        }
    }

    /** Judges the claims and compares page and diagrams with those in a folder. */
    void settleWith(Path folder) {
        try {
            compare(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        judge();
    }

    private void judge() {
        if (!failures.isEmpty()) {
            throw new AssertionFailedError(String.join("\n", failures));
        }
    }

    private static Path committed() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return root.resolve("docs/validation");
    }

    /** Writes the block of the page and the diagrams. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> diagram : diagrams.entrySet()) {
                Files.writeString(folder.resolve(diagram.getKey() + ".svg"), diagram.getValue());
            }
            Path page = folder.resolve(PAGE);
            Files.writeString(page, withBlock(read(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Path folder) throws IOException {
        String page = read(folder.resolve(PAGE));
        if (!Likeness.alike(page, withBlock(page), TABLE_SHARE, TABLE_LAST_PLACES)) {
            failures.add(stale("the block (%s) of the page".formatted(theme), table.toString()));
        }
        for (Map.Entry<String, String> diagram : diagrams.entrySet()) {
            String old = read(folder.resolve(diagram.getKey() + ".svg"));
            if (!Likeness.alike(old, diagram.getValue(), 0, DIAGRAM_PLACES)) {
                failures.add(stale("the diagram " + diagram.getKey(), ""));
            }
        }
    }

    private static String stale(String what, String now) {
        return "%s in docs/validation is not what is measured now.%nMaybe ./mvnw -pl matsim-extension/mobsim test -Dvalidation.write=../../docs/validation ?%n%s"
                .formatted(what, now);
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
    }

    private String withBlock(String page) {
        String begin = "<!-- begin %s: generated, do not edit -->\n".formatted(theme);
        String end = "<!-- end %s -->\n".formatted(theme);
        String block = begin + table.toString().replace("\r\n", "\n") + "\n" + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            return page + "\n" + block;
        }
        return page.substring(0, from) + block + page.substring(to + end.length());
    }
}
