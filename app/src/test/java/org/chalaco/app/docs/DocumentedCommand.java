package org.chalaco.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a page shows: a line of a block marked {@code sh}, or words in the text that begin
 * with a program.
 *
 * @param page where
 * @param line number of the line
 * @param text as it is written
 */
record DocumentedCommand(Path page, int line, String text) {

    private static final Pattern SPAN =
            Pattern.compile("`((?:\\./)?(?:chalaco|mvnw|\\.ci/run|java|gzip|sh|bash)(?: [^`]+)?)`");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

    /** Every command of every page, in the order of reading. */
    static List<DocumentedCommand> listAll() throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Path page : Documentation.pages()) {
            addCommands(page, commands);
        }
        return commands;
    }

    private static void addCommands(Path page, List<DocumentedCommand> commands)
            throws IOException {
        String block = null;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (line.startsWith("```")) {
                block = block == null ? line.substring(3).strip() : null;
            } else if (block == null) {
                Matcher span = SPAN.matcher(line);
                while (span.find()) {
                    if (isCommand(span.group(1))) {
                        commands.add(new DocumentedCommand(page, number, span.group(1)));
                    }
                }
            } else if (block.equals("sh") && !line.isBlank()) {
                commands.add(new DocumentedCommand(page, number, line));
            }
        }
    }

    /** A program alone, or {@code chalaco run}, names a thing. */
    private static boolean isCommand(String span) {
        String[] words = span.split(" ");
        return words.length > (words[0].endsWith("chalaco") ? 2 : 1) || span.equals(".ci/run");
    }

    /** Its words, as a shell splits them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        return words;
    }

    /** Whether this program is called. */
    boolean calls(String program) {
        String first = words().get(0);
        return first.equals(program) || first.equals("./" + program);
    }

    /** The words after the program. */
    List<String> arguments() {
        return words().subList(1, words().size());
    }

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(Documentation.ROOT.relativize(page), line, text);
    }
}
