package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository's own pages, as tests see them. */
public final class Documentation {

    /** Modules are tested in their own folder; the repository is one above. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Documentation() {}

    /** Every Markdown page on top, below docs and in a scenario's folder. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> scenarios = Files.walk(ROOT.resolve("scenarios"), 2)) {
            return Stream.of(top, docs, scenarios)
                    .flatMap(paths -> paths)
                    .filter(p -> p.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Every Java source of the program itself. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> p.toString().contains("/src/main/java/"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Compares the part of a page between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}
     * with what it should be. A stale page is rewritten and the test fails once, so that the new
     * text is looked at and committed.
     */
    public static void generated(Path page, String name, String expected) throws IOException {
        String begin = "<!-- begin " + name + ": generated, do not edit -->\n";
        String end = "<!-- end " + name + " -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            fail("%s has no part (%s)", ROOT.relativize(page), name);
        }
        String found = text.substring(from + begin.length(), to);
        if (!found.equals(expected)) {
            Files.writeString(
                    page, text.substring(0, from + begin.length()) + expected + text.substring(to));
            fail(
                    "Part (%s) of %s was stale and has been rewritten.%nMaybe look at it and commit it?",
                    name, ROOT.relativize(page));
        }
    }
}
