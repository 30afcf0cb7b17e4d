package org.chalaco.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the commands of the page on benchmarks work. Those in blocks marked {@code sh
 * run} are carried out; options of the others exist.
 */
class N26_BenchCommandsTest {

    private static final Path PAGE = Path.of("../docs/guide/benchmarks.md");
    private static final Pattern BLOCK = Pattern.compile("```sh( run)?\\n(.*?)```", Pattern.DOTALL);
    private static final String PROGRAM = "java -jar bench/target/bench/chalaco-bench.jar ";

    @TempDir private Path folder;

    private static List<List<String>> commands(boolean marked) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE).replace("\r\n", "\n"));
        while (block.find()) {
            for (String line : block.group(2).split("\n")) {
                if (line.startsWith(PROGRAM) && (block.group(1) != null) == marked) {
                    commands.add(Arrays.asList(line.substring(PROGRAM.length()).split("\\s+")));
                }
            }
        }
        return commands;
    }

    @Test
    void markedCommandsRun() throws IOException {
        List<List<String>> commands = commands(true);
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
        for (List<String> command : commands) {
            String[] words =
                    command.stream()
                            .map(w -> w.replaceFirst("^output/", folder + "/"))
                            .map(w -> w.replaceFirst("^bench/", ""))
                            .toArray(String[]::new);
            assertThat(ChalacoBench.run(words)).as("%s", command).isZero();
        }
    }

    @Test
    void optionsOfTheOthersExist() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/org/chalaco/bench/GridsCommand.java"));
        List<List<String>> commands = commands(false);
        assertThat(commands).isNotEmpty();
        for (List<String> command : commands) {
            if (command.get(0).equals("grids")) {
                assertThat(command)
                        .filteredOn(word -> word.startsWith("--"))
                        .allSatisfy(word -> assertThat(source).contains('"' + word + '"'));
            }
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(ChalacoBench.run("grids", "--grids", "grid-3x3-1k")).isEqualTo(2);
        assertThat(ChalacoBench.run("grid", folder.toString(), "1", "1", "5", "60")).isNotZero();
    }
}
