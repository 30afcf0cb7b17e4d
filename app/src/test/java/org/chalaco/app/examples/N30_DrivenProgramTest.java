package org.chalaco.app.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.app.docs.Documentation;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the program of the page on sessions runs and tells what stands below it. */
class N30_DrivenProgramTest {

    private static final Path SOURCE =
            Path.of("src/test/java/org/chalaco/app/examples/DrivenProgram.java");

    @Test
    void thePageShowsTheProgramAndItsOutput() throws IOException {
        String source = Files.readString(SOURCE).replace("\r\n", "\n");
        int from = source.indexOf("// begin\n") + "// begin\n".length();
        String program =
                source.substring(from, source.indexOf("        // end")).indent(-8).stripTrailing();
        Documentation.generated(
                Documentation.ROOT.resolve("docs/guide/sessions.md"),
                "driven-program",
                """
                ```java
                %s
                ```

                tells

                ```
                %s
                ```
                """
                        .formatted(
                                program,
                                DrivenProgram.told().replace("\r\n", "\n").stripTrailing()));
    }
}
