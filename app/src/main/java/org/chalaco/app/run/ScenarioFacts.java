package org.chalaco.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chalaco.app.report.Provenance.Assumption;
import org.chalaco.app.report.Wording;
import org.chalaco.formats.Problems;
import org.chalaco.scenario.plausibility.PlausibilityBand;
import org.chalaco.scenario.plausibility.PlausibilityFile;
import org.chalaco.scenario.table.CsvTable;

/**
 * What a scenario folder tells of itself for the report, all of it optional.
 *
 * @param bands what is known of the real city: {@code plausibility.csv}
 * @param assumptions what was not measured: {@code data/assumptions.csv}
 * @param sources whom to credit: {@code sources.csv}
 */
record ScenarioFacts(
        List<PlausibilityBand> bands, List<Assumption> assumptions, List<Wording> sources) {

    private static final Set<String> ASSUMPTIONS =
            Set.of("key", "value", "unit", "source", "certainty");
    private static final Set<String> SOURCES = Set.of("en", "es");

    /** Reads the files that are there. */
    static ScenarioFacts read(ScenarioFolder folder, Problems problems) {
        Path bands = folder.root().resolve("plausibility.csv");
        return new ScenarioFacts(
                Files.isRegularFile(bands) ? PlausibilityFile.read(bands, problems) : List.of(),
                rows(folder, "data/assumptions.csv", ASSUMPTIONS, problems).stream()
                        .map(ScenarioFacts::assumption)
                        .toList(),
                rows(folder, "sources.csv", SOURCES, problems).stream()
                        .map(row -> new Wording(row.getText("en"), row.getText("es")))
                        .toList());
    }

    private static Assumption assumption(CsvTable.Row row) {
        return new Assumption(
                Wording.same(
                        "%s = %s %s"
                                .formatted(
                                        row.getText("key"),
                                        row.getText("value"),
                                        row.text("unit"))),
                row.text("source"),
                row.text("certainty"));
    }

    private static List<CsvTable.Row> rows(
            ScenarioFolder folder, String name, Set<String> columns, Problems problems) {
        Path file = folder.root().resolve(name);
        return Files.isRegularFile(file)
                ? CsvTable.read(file, columns, problems).rows()
                : List.of();
    }
}
