package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.analysis.capacity.CapacityTables;
import org.chalaco.analysis.emission.EmissionTables;
import org.chalaco.analysis.kpi.KpiTable;
import org.chalaco.analysis.kpi.KpiTables;
import org.chalaco.app.CommandLineRun;
import org.chalaco.formats.config.Migration;
import org.chalaco.formats.config.Parameter;
import org.chalaco.formats.config.ParameterTable;
import org.chalaco.formats.network.NetworkAttributes;
import org.chalaco.formats.vehicles.VehicleTypeAttributes;
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
                        "compare",
                        "study",
                        "report",
                        "agents",
                        "convert",
                        "sumo",
                        "import osm",
                        "demand",
                        "version")) {
            CommandLineRun help = CommandLineRun.of((Object[]) (command + " --help").split(" "));
            assertThat(help.out()).contains("Usage: chalaco " + command);
            text.append("\n### chalaco ").append(command).append("\n\n```\n");
            text.append(help.out().replace("\r\n", "\n").stripTrailing()).append("\n```\n");
        }
        for (String format : List.of("cityflow")) {
            CommandLineRun help = CommandLineRun.of("import", format, "--help");
            assertThat(help.out()).contains("Usage: chalaco import " + format);
            text.append("\n### chalaco import ").append(format).append("\n\n```\n");
            text.append(help.out().replace("\r\n", "\n").stripTrailing()).append("\n```\n");
        }
        Documentation.generated(GUIDE.resolve("command-line.md"), "commands", text.toString());
    }

    @Test
    void parameters() throws IOException {
        StringBuilder text = new StringBuilder();
        for (ParameterTable table : ParameterTable.all()) {
            text.append("\n### ").append(table.module()).append("\n\n").append(rows(table));
        }
        assertThat(text).contains("chalaco").contains("timeStep").contains("scoring");
        Documentation.generated(
                GUIDE.resolve("scenario-folders.md"), "parameters", text.toString());
    }

    private static String rows(ParameterTable table) {
        StringBuilder text = new StringBuilder();
        text.append("| parameter | unit | default | possible | meaning |\n");
        text.append("|---|---|---|---|---|\n");
        for (Parameter<?> p : table.parameters()) {
            text.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    p.name(), p.unit(), p.standardText(), p.range(), p.meaning()));
        }
        return text.toString();
    }

    @Test
    void plugin() throws IOException {
        Path page = GUIDE.resolve("plugin.md");
        String shared = rows(ParameterTable.mobsim());
        String own = rows(ParameterTable.plugin());
        String types = rows(VehicleTypeAttributes.table());
        assertThat(shared).contains("timeStep");
        assertThat(own).contains("trajectoriesInterval");
        assertThat(types).contains("chalaco:timeGap");
        Documentation.generated(page, "mobsim-parameters", shared);
        Documentation.generated(page, "plugin-parameters", own);
        Documentation.generated(page, "vehicle-type-attributes", types);
        StringBuilder network = new StringBuilder();
        for (ParameterTable table : NetworkAttributes.tables()) {
            network.append("\nOf a ").append(table.module()).append(":\n\n").append(rows(table));
        }
        Documentation.generated(page, "network-attributes", network.toString());
    }

    @Test
    void migration() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("| parameter | with the plugin | with `chalaco run` |\n|---|---|---|\n");
        for (Migration.Row row : Migration.listAll()) {
            text.append(
                    "| `%s.%s` | %s | %s |\n"
                            .formatted(row.module(), row.name(), row.inPlugin(), row.inRun()));
        }
        Documentation.generated(
                GUIDE.resolve("from-qsim-to-chalaco.md"), "migration", text.toString());
    }

    @Test
    void ontology() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("| content | performative | protocol | from | to | meaning |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (Ontology.Entry entry : Ontology.entries()) {
            text.append(
                    "| `%s` | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    form(entry.concept()),
                                    entry.performative().fipaName(),
                                    entry.protocol(),
                                    entry.from().name().toLowerCase(Locale.ROOT),
                                    entry.to().name().toLowerCase(Locale.ROOT),
                                    entry.meaning()));
        }
        Documentation.generated(GUIDE.resolve("agents.md"), "ontology", text.toString());
    }

    private static String form(Class<?> concept) {
        StringBuilder form = new StringBuilder("(");
        form.append(ContentText.wireName(concept.getSimpleName()));
        for (RecordComponent component : concept.getRecordComponents()) {
            form.append(" :").append(ContentText.wireName(component.getName()));
        }
        return form.append(')').toString();
    }

    @Test
    void figures() throws IOException {
        List<KpiTable<?>> tables = new ArrayList<>(KpiTables.listAll());
        tables.addAll(CapacityTables.listAll());
        tables.addAll(EmissionTables.listAll());
        StringBuilder text = new StringBuilder();
        for (KpiTable<?> table : tables) {
            text.append("\n### ").append(table.name()).append("\n\n");
            text.append(table.english()).append(".\n\n");
            text.append(table.toMarkdown(Locale.ENGLISH));
        }
        assertThat(KpiTables.listAll()).hasSizeGreaterThan(4);
        Documentation.generated(GUIDE.resolve("output-folders.md"), "kpi-tables", text.toString());
    }
}
