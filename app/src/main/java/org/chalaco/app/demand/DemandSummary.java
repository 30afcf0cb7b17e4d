package org.chalaco.app.demand;

import java.util.Locale;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.app.output.ResultsJson;
import org.chalaco.formats.Problems;
import org.chalaco.scenario.od.DemandRound;

/** What an estimation came to, for the screen and for programs. */
public final class DemandSummary {

    private final DemandFiles.Outcome outcome;

    DemandSummary(DemandFiles.Outcome outcome) {
        this.outcome = outcome;
    }

    /** What was odd with the input. */
    public Problems warnings() {
        return outcome.warnings();
    }

    /** The figures. */
    public ResultsJson json() {
        return outcome.json();
    }

    /** A few lines for the screen. */
    public String text() {
        DemandRound prior = outcome.prior();
        DemandRound best = outcome.result().best();
        StringBuilder text = new StringBuilder();
        add(
                text,
                "%-20s %8s %12s %10s %8s%n",
                "counts",
                "number",
                "GEH below 5",
                "RMSE veh/h",
                "RMSE %");
        row(text, "fitted, prior", prior.fitted());
        row(text, "fitted, estimate", best.fitted());
        row(text, "held out, prior", prior.heldOut());
        row(text, "held out, estimate", best.heldOut());
        add(
                text,
                "trips: %.0f, prior %.0f; best round %d%n",
                best.trips(),
                prior.trips(),
                best.number());
        TruthDay.OdError error = outcome.odError();
        if (error != null) {
            add(
                    text,
                    "truth: %.0f trips; OD error %.0f %% of the mean cell, prior %.0f %%%n",
                    error.trueTotal(),
                    100 * error.estimate(),
                    100 * error.prior());
        }
        if (!outcome.observed().dropped().isEmpty()) {
            add(
                    text,
                    "sensor readings dropped: %d groups, see dropped.csv%n",
                    outcome.observed().dropped().size());
        }
        add(text, "Plans: %s%n", outcome.request().output());
        add(text, "Report: %s%n", outcome.request().report().resolve("report.html"));
        return text.toString();
    }

    private static void row(StringBuilder text, String name, CountComparison c) {
        if (!c.rows().isEmpty()) {
            add(
                    text,
                    "%-20s %8d %12s %10.0f %8.1f%n",
                    name,
                    c.rows().size(),
                    DemandRun.percent(c.shareGood()),
                    c.rmse(),
                    100 * c.percentRmse());
        }
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
