package org.chalaco.scenario.callao;

import java.nio.file.Path;

/** The scenario, built once for all tests; tests run in the module's folder. */
final class Callao {

    static final Path FOLDER = Path.of("");
    static final CallaoFacts FACTS = CallaoFacts.read(FOLDER.resolve("data"));
    static final CallaoMorning MORNING = CallaoMorning.of(FACTS);

    private Callao() {}
}
