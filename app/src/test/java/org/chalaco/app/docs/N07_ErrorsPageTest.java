package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.ProblemType;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: every problem id that the program can print is explained. */
class N07_ErrorsPageTest {

    private static final Path PAGE = Documentation.ROOT.resolve("docs/errors.md");
    private static final Pattern ID = Pattern.compile("CH-[A-Z]{3}-\\d{3}");

    @Test
    void everyIdInTheSourcesIsExplained() throws IOException {
        Set<String> inSources = new TreeSet<>();
        for (Path source : Documentation.sources()) {
            Matcher id = ID.matcher(codeOf(source));
            while (id.find()) {
                inSources.add(id.group());
            }
        }
        assertThat(inSources).hasSizeGreaterThan(30);
        assertThat(explained()).containsAll(inSources);
    }

    @Test
    void everyExplainedIdIsInTheProgram() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path source : Documentation.sources()) {
            all.append(codeOf(source));
        }
        assertThat(explained()).allMatch(id -> all.indexOf(id) >= 0);
    }

    /** A stale page is rewritten, and the test fails once, so that the text is looked at. */
    @Test
    void theMeaningsAreThoseOfTheProgram() throws IOException {
        Map<String, String> meanings = new TreeMap<>();
        Arrays.stream(ProblemType.values()).forEach(t -> meanings.put(t.id(), t.meaning()));
        List<String> rewritten = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" \\| ");
            String id = cells[0].replace("| ", "");
            String meaning = meanings.get(id);
            if (meaning != null && !cells[1].equals(meaning)) {
                stale.add(id);
                cells[1] = meaning;
            }
            rewritten.add(String.join(" | ", cells));
        }
        if (!stale.isEmpty()) {
            Files.write(PAGE, rewritten);
        }
        assertThat(stale).as("meanings that were stale and have been rewritten").isEmpty();
        assertThat(explained()).containsAll(meanings.keySet());
    }

    @Test
    void everyIdHasARemedy() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| CH-"))
                .allSatisfy(
                        line -> assertThat(line.split("\\|")[3].strip()).hasSizeGreaterThan(10));
    }

    private static Set<String> explained() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher id = ID.matcher(line);
            if (line.startsWith("| ") && id.find()) {
                assertThat(ids.add(id.group())).as("explained twice: " + line).isTrue();
            }
        }
        return ids;
    }

    /** Comments may name ids as examples. */
    private static String codeOf(Path source) throws IOException {
        StringBuilder code = new StringBuilder();
        for (String line : Files.readAllLines(source)) {
            String text = line.strip();
            if (!text.startsWith("*") && !text.startsWith("/*") && !text.startsWith("//")) {
                code.append(line).append('\n');
            }
        }
        return code.toString();
    }
}
