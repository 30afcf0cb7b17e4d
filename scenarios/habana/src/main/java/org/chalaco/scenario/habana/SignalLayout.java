package org.chalaco.scenario.habana;

/** Which intersections have signals: the report of the study and its program disagree. */
public enum SignalLayout {
    /** The 28 of the program that ran the 53 tests: every second intersection. */
    CODE_RUN("signals_28"),
    /** The 29 in the text and the figure of the report. */
    PAPER_FIGURE("signals_29");

    private final String column;

    SignalLayout(String column) {
        this.column = column;
    }

    /** Column of {@code data/nodes.csv}. */
    String column() {
        return column;
    }
}
