package org.chalaco.day2day;

import java.util.List;

/** Persons who cannot travel as their plans say; names all problems at once. */
public final class InvalidDemandException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient List<String> problems;

    InvalidDemandException(List<String> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    private static String text(List<String> problems) {
        String shown =
                String.join(
                        System.lineSeparator(),
                        problems.subList(0, Math.min(SHOWN, problems.size())));
        int more = problems.size() - SHOWN;
        return more > 0
                ? shown + System.lineSeparator() + "... and (%d) more like these.".formatted(more)
                : shown;
    }

    /** All problems, one sentence each, with an id in front. */
    public List<String> problems() {
        return problems;
    }
}
