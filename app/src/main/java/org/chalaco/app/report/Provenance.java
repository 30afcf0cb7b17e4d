package org.chalaco.app.report;

import java.util.List;

/**
 * Where the figures come from and what was assumed.
 *
 * @param facts what identifies the run (version, seed, variant, sample) and what it took
 * @param sources data, owners and licences, to be credited
 * @param assumptions what was not measured
 * @param parameters settings of the run by name, e.g. {@code mobsim.stepMillis}
 */
public record Provenance(
        List<Fact> facts,
        List<Wording> sources,
        List<Assumption> assumptions,
        List<Parameter> parameters) {

    /**
     * A labelled value.
     *
     * @param label what it is
     * @param value as shown
     */
    public record Fact(Wording label, Wording value) {

        /** A value that needs no translation. */
        public static Fact same(Wording label, String value) {
            return new Fact(label, Wording.same(value));
        }
    }

    /**
     * Something the scenario assumes.
     *
     * @param text the assumption
     * @param source where it comes from
     * @param certainty high, medium or low
     */
    public record Assumption(Wording text, String source, String certainty) {}

    /**
     * A setting.
     *
     * @param name as in the configuration
     * @param value as used
     */
    public record Parameter(String name, String value) {}

    public Provenance {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
        assumptions = List.copyOf(assumptions);
        parameters = List.copyOf(parameters);
    }
}
