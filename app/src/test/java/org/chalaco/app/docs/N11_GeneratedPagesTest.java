package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.analysis.kpi.KpiTables;
import org.chalaco.app.CommandLineRun;
import org.chalaco.formats.config.Parameter;
import org.chalaco.formats.config.ParameterTable;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the tables of the guide are those of the program. */
class N11_GeneratedPagesTest {

    private static final Path GUIDE = Documentation.ROOT.resolve("docs/guide");

    @Test
    void commands() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String command :
                List.of(
                        "run",
                        "validate",
                        "bench",
                        "tune",
                        "report",
                        "convert",
                        "sumo",
                        "study",
                        "version")) {
            CommandLineRun help = CommandLineRun.of("help", command);
            assertThat(help.out()).contains("Usage: chalaco " + command);
            text.append("\n### chalaco ").append(command).append("\n\n```\n");
            text.append(help.out().replace("\r\n", "\n").stripTrailing()).append("\n```\n");
        }
        Documentation.generated(GUIDE.resolve("command-line.md"), "commands", text.toString());
    }

    @Test
    void parameters() throws IOException {
        StringBuilder text = new StringBuilder();
        for (ParameterTable table : ParameterTable.all()) {
            text.append("\n### ").append(table.module()).append("\n\n");
            text.append("| parameter | unit | default | possible | meaning |\n");
            text.append("|---|---|---|---|---|\n");
            for (Parameter<?> p : table.parameters()) {
                text.append(
                        "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(
                                        p.name(),
                                        p.unit(),
                                        p.standardText(),
                                        p.range(),
                                        p.meaning()));
            }
        }
        assertThat(text).contains("chalaco").contains("timeStep").contains("scoring");
        Documentation.generated(
                GUIDE.resolve("scenario-folders.md"), "parameters", text.toString());
    }

    @Test
    void figures() throws IOException {
        StringBuilder text = new StringBuilder();
        for (KpiTable<?> table : KpiTables.listAll()) {
            text.append("\n### ").append(table.name()).append("\n\n");
            text.append(table.english()).append(".\n\n");
            text.append(table.toMarkdown(Locale.ENGLISH));
        }
        assertThat(KpiTables.listAll()).hasSizeGreaterThan(4);
        Documentation.generated(GUIDE.resolve("output-folders.md"), "kpi-tables", text.toString());
    }
}
