package org.chalaco.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chalaco.app.output.ChalacoVersion;
import org.chalaco.app.report.PlausibilityBand;
import org.chalaco.app.report.Provenance;
import org.chalaco.app.report.Provenance.Assumption;
import org.chalaco.app.report.Provenance.Fact;
import org.chalaco.app.report.Provenance.Parameter;
import org.chalaco.app.report.Wording;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigEntry;
import org.chalaco.formats.config.ConfigGroup;
import org.chalaco.formats.config.ConfigValue;
import org.chalaco.scenario.table.CsvTable;

/**
 * What a scenario folder tells of itself for the report, all of it optional: {@code
 * plausibility.csv} (what is known of the real city), {@code data/assumptions.csv} and {@code
 * sources.csv}.
 */
final class ScenarioFacts {

    private static final Set<String> BANDS =
            Set.of(
                    "id",
                    "kind",
                    "links",
                    "from",
                    "until",
                    "low",
                    "high",
                    "unit",
                    "source",
                    "certainty");
    private static final List<String> KINDS =
            Arrays.stream(PlausibilityBand.Kind.values()).map(PlausibilityBand.Kind::id).toList();
    private static final Set<String> ASSUMPTIONS =
            Set.of("key", "value", "unit", "source", "certainty");
    private static final Set<String> SOURCES = Set.of("en", "es");

    private final Scenario scenario;
    private final Problems problems = new Problems();

    ScenarioFacts(Scenario scenario) {
        this.scenario = scenario;
    }

    /** What is known of the real city. */
    List<PlausibilityBand> bands() {
        List<PlausibilityBand> bands = new ArrayList<>();
        for (CsvTable.Row row : rows("plausibility.csv", BANDS)) {
            String kind = row.getOneOf("kind", KINDS);
            String links = row.getText("links");
            bands.add(
                    new PlausibilityBand(
                            row.getText("id"),
                            PlausibilityBand.Kind.values()[Math.max(0, KINDS.indexOf(kind))],
                            links.equals("avenues")
                                    ? List.of()
                                    : Arrays.asList(links.split("\\s+")),
                            seconds(row.getText("from")),
                            seconds(row.getText("until")),
                            row.getNumber("low"),
                            row.getNumber("high"),
                            row.getText("unit"),
                            row.text("source"),
                            row.text("certainty")));
        }
        problems.throwIfErrors();
        return bands;
    }

    /** {@code 08:00} in seconds since midnight. */
    private static double seconds(String clock) {
        String[] parts = clock.split(":");
        return 3600 * Integer.parseInt(parts[0]) + 60 * Integer.parseInt(parts[1]);
    }

    /** Where the figures come from. */
    Provenance provenance(Config effective) {
        return new Provenance(facts(), sources(), assumptions(), parameters(effective));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(Wording.same("Chalaco"), ChalacoVersion.current()),
                new Fact(new Wording("scenario", "escenario"), scenario.title()),
                new Fact(new Wording("seed", "semilla"), Long.toString(scenario.mobsim().seed())),
                new Fact(
                        new Wording("last iteration", "última iteración"),
                        Integer.toString(scenario.loop().lastIteration())),
                new Fact(
                        new Wording("network", "red"),
                        "%d / %d"
                                .formatted(
                                        scenario.network().junctionCount(),
                                        scenario.network().linkCount())),
                new Fact(
                        new Wording("persons", "personas"),
                        Integer.toString(scenario.persons().size())));
    }

    private List<Wording> sources() {
        return rows("sources.csv", SOURCES).stream()
                .map(row -> new Wording(row.getText("en"), row.getText("es")))
                .toList();
    }

    private List<Assumption> assumptions() {
        return rows("data/assumptions.csv", ASSUMPTIONS).stream()
                .map(
                        row ->
                                new Assumption(
                                        Wording.same(
                                                "%s = %s %s"
                                                        .formatted(
                                                                row.getText("key"),
                                                                row.getText("value"),
                                                                row.text("unit"))),
                                        row.text("source"),
                                        row.text("certainty")))
                .toList();
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

    private List<CsvTable.Row> rows(String name, Set<String> columns) {
        Path file = scenario.folder().root().resolve(name);
        return Files.isRegularFile(file)
                ? CsvTable.read(file, columns, problems).rows()
                : List.of();
    }
}
