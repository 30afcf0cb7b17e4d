package org.chalaco.app.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.app.CommandLineRun;
import org.chalaco.app.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: {@code run --agents}: signals negotiate on JADE, the folder tells who said
 * what to whom, and what cannot be is refused before anything is written.
 */
class N46_AgentsRunTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private CommandLineRun run(Path output, String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(
                        List.of(
                                "run",
                                Path.of("..", "scenarios", "arterial").toString(),
                                "--set",
                                "qsim.endTime=07:00:00",
                                "--output",
                                output.toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray());
    }

    @Test
    void theFolderTellsWhoSaidWhatToWhom() throws IOException {
        Path output = folder.resolve("agents");
        CommandLineRun run = run(output, "--agents");

        assertThat(run.err() + run.out())
                .contains("8 agents, on JADE in this process; 4 negotiations");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        JsonNode results =
                JSON.readTree(output.resolve(AgentFiles.RESULTS).toFile()).get("results");
        assertThat(results.get("negotiations").asInt()).isEqualTo(4);
        assertThat(results.get("plans")).hasSize(32);
        assertThat(results.get("fallbacks")).isEmpty();
        List<String> lines = Files.readAllLines(output.resolve(AgentLog.FILE));
        assertThat(lines).hasSize(results.get("messages").asInt());
        JsonNode first = JSON.readTree(lines.get(0));
        assertThat(first.get("from").asText()).isEqualTo("street");
        assertThat(first.get("performative").asText()).isEqualTo("inform");
        assertThat(first.get("content").asText()).startsWith("(observation :time ");
        assertThat(lines).anyMatch(line -> line.contains("(offset-move :offset "));
        assertThat(output.resolve("agents.jsonl.tmp")).doesNotExist();
        String page = Files.readString(output.resolve(AgentFiles.PAGE));
        assertThat(page).contains("Agreed offsets, s").contains("propose offset-move");
        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("<script");
    }

    @Test
    void twoRunsAreTheSame() throws IOException {
        run(folder.resolve("a"), "--control", "negotiated:every=120");
        run(folder.resolve("b"), "--set", "chalaco.signalControl=negotiated:every=120");

        assertThat(folder.resolve("a").resolve("agents.jsonl"))
                .hasSameTextualContentAs(folder.resolve("b").resolve("agents.jsonl"));
        assertThat(folder.resolve("a").resolve("kpis.json"))
                .hasSameTextualContentAs(folder.resolve("b").resolve("kpis.json"));
    }

    @Test
    void everyProblemIsToldAtOnceAndNothingIsWritten() {
        Path output = folder.resolve("none");
        CommandLineRun unknown = run(output, "--control", "negotiatet");
        CommandLineRun wrong = run(output, "--control", "negotiated:every=1,rounds=x,speed=3");

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unknown.err()).contains("negotiatet").contains("Maybe negotiated?");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(wrong.err()).contains("(every)").contains("(rounds=x)").contains("(speed)");
        assertThat(output).doesNotExist();
    }

    @Test
    void nobodyToJoinIsTold() {
        CommandLineRun nobody = CommandLineRun.of("agents", "--join", "127.0.0.1:1");
        CommandLineRun elsewhere = CommandLineRun.of("agents", "--join", "192.0.2.1:5555");
        CommandLineRun nonsense = CommandLineRun.of("agents", "--join", "here");

        assertThat(nobody.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nobody.err()).contains("Nobody answers at port (1)");
        assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(elsewhere.err()).contains("not this machine");
        assertThat(nonsense.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nonsense.err()).contains("HOST:PORT");
    }
}
