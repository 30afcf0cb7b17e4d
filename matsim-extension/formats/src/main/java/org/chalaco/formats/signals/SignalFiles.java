package org.chalaco.formats.signals;

import java.nio.file.Path;

/**
 * The files that describe signals in MATSim.
 *
 * @param systems signals and the intersections they belong to
 * @param groups which signals always show the same
 * @param control plans
 * @param amberTimes amber and red-amber times, or null: 3 s and 0 s
 * @param intergreenTimes clearance times, or null: none
 */
public record SignalFiles(
        Path systems, Path groups, Path control, Path amberTimes, Path intergreenTimes) {

    /** The files of a folder under their usual names. */
    public static SignalFiles inFolder(Path folder) {
        return new SignalFiles(
                folder.resolve("signalSystems.xml"),
                folder.resolve("signalGroups.xml"),
                folder.resolve("signalControl.xml"),
                folder.resolve("amberTimes.xml"),
                folder.resolve("intergreenTimes.xml"));
    }
}
