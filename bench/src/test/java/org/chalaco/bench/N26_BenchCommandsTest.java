package org.chalaco.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: the commands of the page on benchmarks work. Those that write below {@code
 * output} are carried out; the others take long, so what they name must exist.
 */
class N26_BenchCommandsTest {

    private static final Path PAGE = Path.of("../docs/guide/benchmarks.md");
    private static final String PROGRAM = "java -jar bench/target/bench/chalaco-bench.jar ";
    private static final Path SOURCES = Path.of("src/main/java/org/chalaco/bench");

    @TempDir private Path folder;

    private static List<List<String>> commands(boolean quick) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(PROGRAM))
                .map(line -> List.of(line.substring(PROGRAM.length()).split("\\s+")))
                .filter(words -> quick == words.stream().anyMatch(w -> w.startsWith("output/")))
                .toList();
    }

    @Test
    void quickCommandsWork() throws IOException {
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
        assertThat(folder.resolve("grid-6x6/config.xml")).isNotEmptyFile();
        try (Stream<Path> tables = Files.list(folder.resolve("results"))) {
            assertThat(tables).hasSize(2);
        }
    }

    @Test
    void whatTheOthersNameExists() throws IOException {
        String options = Files.readString(SOURCES.resolve("GridsCommand.java"));
        assertThat(commands(false)).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> command : commands(false)) {
            String last = command.get(command.size() - 1);
            if (command.get(0).equals("kernels")) {
                assertThat(SOURCES.resolve("kernel/" + last + "Benchmark.java")).exists();
            } else {
                assertThat(command)
                        .filteredOn(word -> word.startsWith("--"))
                        .allSatisfy(word -> assertThat(options).contains('"' + word + '"'));
            }
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(ChalacoBench.run("grids", "--grids", "grid-3x3-1k")).isEqualTo(2);
        assertThat(ChalacoBench.run("grid", folder.toString(), "1", "1", "5", "60")).isEqualTo(2);
    }
}
