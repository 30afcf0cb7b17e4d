package org.chalaco.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Most memory that the process had from the system at once. */
final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmHWM:";

    private PeakMemory() {}

    /** Most resident memory so far, B; NaN where the system does not tell. */
    static double bytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(LINE)) {
                return 1024.0 * Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return Double.NaN;
    }
}
