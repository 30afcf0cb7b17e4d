package org.chalaco.app.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** What only a run may be asked. */
final class RunOptions extends DaysOptions {

    @Option(
            names = "--emissions",
            description = "Count what vehicles emit, by class, link and hour (chalaco.emissions).")
    private boolean emissions;

    @Override
    void putMore(Map<String, String> all) {
        super.putMore(all);
        if (emissions) {
            all.put("chalaco.emissions", "true");
        }
    }
}
