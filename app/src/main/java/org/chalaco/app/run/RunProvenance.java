package org.chalaco.app.run;

import java.util.ArrayList;
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
     */
    static Provenance of(Scenario scenario, Config effective) {
        return new Provenance(
                facts(scenario),
                scenario.facts().sources(),
                scenario.facts().assumptions(),
                parameters(effective));
    }

    private static List<Fact> facts(Scenario scenario) {
        String size =
                "%d / %d"
                        .formatted(
                                scenario.network().junctionCount(), scenario.network().linkCount());
        return List.of(
                new Fact(Wording.same("Chalaco"), ChalacoVersion.current()),
                new Fact(new Wording("Scenario", "Escenario"), scenario.title()),
                new Fact(new Wording("Seed", "Semilla"), number(scenario.mobsim().seed())),
                new Fact(
                        new Wording("Last iteration", "Última iteración"),
                        number(scenario.loop().lastIteration())),
                new Fact(new Wording("Junctions / links", "Intersecciones / arcos"), size),
                new Fact(new Wording("Persons", "Personas"), number(scenario.persons().size())));
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
