package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: plans that name facilities run as if they named their links. */
class N21_FacilitiesRunTest {

    private static final Path TINY = TinyScenario.FOLDER;
    private static final String SETTING = "facilities.inputFacilitiesFile=facilities.xml";

    @TempDir private Path folder;
    private Path scenario;

    @BeforeEach
    void moveHomesToFacilities() throws IOException {
        scenario = TinyScenario.copyTo(folder.resolve("scenario"));
        Path plans = scenario.resolve("plans.xml");
        Files.writeString(
                plans, Files.readString(plans).replace("link=\"WC\"", "facility=\"west\""));
        assertThat(plans).content().contains("facility=\"west\"");
        Files.writeString(
                scenario.resolve("facilities.xml"),
                "<facilities><facility id=\"west\" linkId=\"WC\"/></facilities>");
    }

    @Test
    void theDayIsTheSame() {
        Path plain = folder.resolve("plain");
        Path output = folder.resolve("output");
        CommandLineRun.of("run", TINY, "--output", plain);
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--set", SETTING, "--output", output);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(output.resolve("output_events.xml.gz"))
                .hasSameBinaryContentAs(plain.resolve("output_events.xml.gz"));
        CommandLineRun again =
                CommandLineRun.of(
                        "validate", output, "--config", output.resolve("output_config.xml"));
        assertThat(again.exitCode()).as(again.err() + again.out()).isZero();
    }

    @Test
    void withoutTheFileItIsSaidWhatIsMissing() {
        CommandLineRun run =
                CommandLineRun.of("run", scenario, "--output", folder.resolve("output"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("CH-POP-006").contains("facilities.inputFacilitiesFile");
    }
}
