package org.chalaco.app.run;

import java.util.List;

/** What was given cannot be used; says everything that is wrong with it, not only the first. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** With every problem, in order. */
    public BadInput(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** With one problem. */
    public static BadInput of(String problem) {
        return new BadInput(List.of(problem));
    }

    /** Every problem, in order. */
    public List<String> problems() {
        return problems;
    }
}
