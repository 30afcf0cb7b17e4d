package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.app.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: commands in the pages work. Those in blocks marked {@code sh run} are carried
 * out here; those in other blocks are only checked for options that exist.
 */
class N12_DocumentedCommandsTest {

    private static final Pattern BLOCK = Pattern.compile("```sh( run)?\\n(.*?)```", Pattern.DOTALL);
    private static final Path TINY = Path.of("src/test/resources/tiny").toAbsolutePath();

    @TempDir private Path folder;

    private record Command(Path page, boolean runs, List<String> words) {}

    @Test
    void markedCommandsRun() throws IOException {
        List<Command> marked = commands().stream().filter(Command::runs).toList();
        assertThat(marked).hasSizeGreaterThanOrEqualTo(6);
        for (Command command : marked) {
            CommandLineRun run = CommandLineRun.of(localized(command.words()).toArray());
            assertThat(run.exitCode()).as("%s: %s", command, run.err()).isZero();
        }
    }

    @Test
    void everyOptionExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Command command : commands()) {
            String help = CommandLineRun.of("help", command.words().get(0)).out();
            for (String word : command.words()) {
                if (word.startsWith("--") && !help.contains(word.split("=")[0])) {
                    wrong.add(command.page().getFileName() + ": " + word);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Scenarios and outputs of the pages, moved to where this test may write. */
    private List<String> localized(List<String> words) {
        return words.stream()
                .map(w -> w.equals("my/scenario") ? TINY.toString() : w)
                .map(w -> w.replaceFirst("^(my|output)/", folder + "/"))
                .toList();
    }

    private static List<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        for (Path page : Documentation.pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page).replace("\r\n", "\n"));
            while (block.find()) {
                for (String line : block.group(2).split("\n")) {
                    if (line.startsWith("./chalaco ")) {
                        List<String> words =
                                Arrays.asList(line.substring("./chalaco ".length()).split("\\s+"));
                        commands.add(new Command(page, block.group(1) != null, words));
                    }
                }
            }
        }
        return commands;
    }
}
