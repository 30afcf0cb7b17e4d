package org.chalaco.app.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.report.Provenance;
import org.chalaco.app.report.Provenance.Fact;
import org.chalaco.app.report.Provenance.Parameter;
import org.chalaco.app.report.Wording;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigEntry;
import org.chalaco.formats.config.ConfigGroup;
import org.chalaco.formats.config.ConfigValue;

/** Where a run's figures come from, for the report. */
final class RunProvenance {

    private RunProvenance() {}

    /**
     * The provenance of a run.
     *
     * @param effective config with every parameter in it
     * @param iteration the last complete one, which the report shows
     * @param cost what the run took
     */
    static Provenance of(Scenario scenario, Config effective, int iteration, RunCost cost) {
        return new Provenance(
                facts(scenario, iteration, cost),
                scenario.facts().sources(),
                scenario.facts().assumptions(),
                parameters(effective));
    }

    private static List<Fact> facts(Scenario scenario, int iteration, RunCost cost) {
        String size =
                "%d / %d"
                        .formatted(
                                scenario.network().junctionCount(), scenario.network().linkCount());
        List<Fact> facts = new ArrayList<>();
        Collections.addAll(
                facts,
                Fact.same(Wording.same("Chalaco"), ChalacoVersion.current()),
                Fact.same(new Wording("Scenario", "Escenario"), scenario.title()),
                Fact.same(new Wording("Seed", "Semilla"), number(scenario.mobsim().seed())),
                Fact.same(
                        new Wording("Last iteration", "Última iteración"),
                        iteration(iteration, scenario.loop().lastIteration())),
                Fact.same(new Wording("Junctions / links", "Intersecciones / arcos"), size),
                Fact.same(new Wording("Persons", "Personas"), number(scenario.persons().size())),
                new Fact(
                        new Wording("Traffic simulation took", "La simulación del tráfico tardó"),
                        cost.text()));
        Wording sample = SampleNote.find(scenario.mobsim().sampleFactor());
        if (sample != null) {
            facts.add(new Fact(new Wording("Sample", "Muestra"), sample));
        }
        return facts;
    }

    /** A run that was stopped says how far it should have gone. */
    private static String iteration(int complete, int last) {
        return complete == last ? number(last) : complete + " / " + last;
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static List<Parameter> parameters(Config config) {
        List<Parameter> parameters = new ArrayList<>();
        for (ConfigGroup module : config.modules()) {
            for (ConfigEntry entry : module.entries()) {
                if (entry instanceof ConfigValue value) {
                    parameters.add(
                            new Parameter(module.name() + "." + value.name(), value.value()));
                }
            }
        }
        return parameters;
    }
}
