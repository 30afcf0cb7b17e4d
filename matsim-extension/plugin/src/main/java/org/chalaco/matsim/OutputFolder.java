// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import com.google.inject.Inject;
import java.nio.file.Path;
import org.matsim.core.controler.OutputDirectoryHierarchy;

/** MATSim's output folder and iteration; there is none where QSim runs without a controler. */
final class OutputFolder {

    @Inject(optional = true)
    private OutputDirectoryHierarchy hierarchy;

    @Inject(optional = true)
    private RunIteration iteration;

    boolean isThere() {
        return hierarchy != null && iteration != null;
    }

    int iteration() {
        return iteration.number();
    }

    boolean isLastIteration() {
        return iteration.isLast();
    }

    /** A file of the run. */
    Path file(String name) {
        return Path.of(hierarchy.getOutputFilename(name));
    }

    /** A file of the present iteration. */
    Path iterationFile(String name) {
        return Path.of(hierarchy.getIterationFilename(iteration.number(), name));
    }
}
