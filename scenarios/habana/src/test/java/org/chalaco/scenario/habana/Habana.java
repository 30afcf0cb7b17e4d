package org.chalaco.scenario.habana;

import java.nio.file.Path;

/** The scenario, built once for all tests; tests run in the module's folder. */
final class Habana {

    static final Path FOLDER = Path.of("");
    static final HabanaMap MAP = HabanaMap.read(FOLDER);

    private Habana() {}
}
