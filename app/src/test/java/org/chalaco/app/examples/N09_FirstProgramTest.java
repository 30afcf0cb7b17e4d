package org.chalaco.app.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.app.docs.Documentation;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the program in the README runs and prints what stands below it. */
class N09_FirstProgramTest {

    private static final Path SOURCE =
            Path.of("src/test/java/org/chalaco/app/examples/FirstProgram.java");

    @Test
    void theReadmeShowsTheProgramAndItsOutput() throws IOException {
        String source = Files.readString(SOURCE).replace("\r\n", "\n");
        int from = source.indexOf("// begin\n") + "// begin\n".length();
        String program =
                source.substring(from, source.indexOf("        // end"))
                        .indent(-8)
                        .stripTrailing()
                        .replaceFirst("String summary = (.*);", "System.out.print($1);");
        Documentation.generated(
                Documentation.ROOT.resolve("README.md"),
                "first-program",
                """
                ```java
                %s
                ```

                prints

                ```
                %s
                ```
                """
                        .formatted(program, FirstProgram.summary().stripTrailing()));
    }
}
