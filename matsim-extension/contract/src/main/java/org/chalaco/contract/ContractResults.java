package org.chalaco.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes what became of every behaviour to {@code target/contract-<class>.md}, a table for notes
 * and reviews.
 */
final class ContractResults implements TestWatcher, BeforeAllCallback, AfterAllCallback {

    private static final Namespace SPACE = Namespace.create(ContractResults.class);

    /** What became of one test. */
    private record Line(Behaviour behaviour, String test, String result) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(SPACE).put(List.class, new ArrayList<Line>());
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        add(context, "holds");
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        add(context, "not offered: " + firstLine(cause));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        add(context, "FAILS: " + firstLine(cause));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        add(context, "DISABLED: " + reason.orElse("no reason given"));
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.strip()
                .replaceFirst("^Assumption failed: ", "")
                .lines()
                .findFirst()
                .orElse("")
                .replace("|", "/");
    }

    private static void add(ExtensionContext context, String result) {
        context.getTestMethod()
                .filter(method -> method.isAnnotationPresent(Holds.class))
                .ifPresent(
                        method ->
                                lines(context)
                                        .add(
                                                new Line(
                                                        method.getAnnotation(Holds.class).value(),
                                                        method.getName(),
                                                        result)));
    }

    @SuppressWarnings("unchecked")
    private static List<Line> lines(ExtensionContext context) {
        return (List<Line>) context.getStore(SPACE).get(List.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Line> lines = lines(context);
        lines.sort(Comparator.comparing(Line::behaviour).thenComparing(Line::test));
        StringBuilder text = new StringBuilder("| no | kind | behaviour | test | result |\n");
        text.append("|---|---|---|---|---|\n");
        for (Line line : lines) {
            text.append(
                    "| %d | %s | %s | %s | %s |%n"
                            .formatted(
                                    line.behaviour().number(),
                                    line.behaviour().strictness().letter(),
                                    line.behaviour().statement(),
                                    line.test(),
                                    line.result()));
        }
        Path file =
                Path.of(
                        "target",
                        "contract-" + context.getRequiredTestClass().getSimpleName() + ".md");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
