package org.chalaco.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.TinyScenario;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: a variant that says what differs from the config. */
class N40_VariantOverlayTest {

    @TempDir private Path folder;
    private Path scenario;

    @BeforeEach
    void addVariant() throws IOException {
        scenario = folder.resolve("scenario");
        TinyScenario.copyTo(scenario);
        write(
                "short.xml",
                """
                <config>
                  <module name="controler"><param name="lastIteration" value="0"/></module>
                  <module name="global"><param name="randomSeed" value="99"/></module>
                </config>
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(scenario.resolve("variants"));
        Files.writeString(scenario.resolve("variants").resolve(name), text);
    }

    @Test
    void theVariantReplacesWhatTheConfigSays() {
        CommandLineRun run = run("--variant", "short");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("seed 99");
        assertThat(written().find("controller", "lastIteration")).contains("0");
        // what it does not speak of stays
        assertThat(written().find("network", "inputNetworkFile")).isPresent();
    }

    @Test
    void theCommandLineHasTheLastWord() {
        CommandLineRun run = run("--variant", "short", "--set", "global.randomSeed=7");
        assertThat(run.out()).contains("seed 7");
        assertThat(written().find("controller", "lastIteration")).contains("0");
    }

    @Test
    void brokenAndUnknownVariantsAreNamed() throws IOException {
        write("broken.xml", "<config><module name=\"global\">");
        CommandLineRun broken = run("--variant", "broken");
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err()).contains("broken.xml");
        CommandLineRun unknown = run("--variant", "shorts");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("CH-RUN-005").contains("Maybe short?");
        assertThat(folder.resolve("output")).doesNotExist();
    }

    private CommandLineRun run(String... more) {
        Object[] words = new Object[4 + more.length];
        words[0] = "run";
        words[1] = scenario;
        words[2] = "--output";
        words[3] = folder.resolve("output");
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandLineRun.of(words);
    }

    private Config written() {
        return ConfigReader.read(folder.resolve("output/output_config.xml"), new Problems());
    }
}
