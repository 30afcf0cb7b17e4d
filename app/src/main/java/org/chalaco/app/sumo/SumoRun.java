package org.chalaco.app.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chalaco.formats.sumo.SumoFiles;

/**
 * What a run of SUMO came to. It ends when everybody has arrived.
 *
 * @param arrived vehicles that arrived
 * @param teleported times that SUMO took a vehicle out of a deadlock and put it down further on
 * @param meanTripSeconds mean time from the wished departure to the arrival, s
 * @param meanDelaySeconds of it, time lost on the road and waiting outside, s
 */
record SumoRun(long arrived, long teleported, double meanTripSeconds, double meanDelaySeconds) {

    private static final String STATISTICS = "statistics.xml";

    /** Makes the network of the plain files in this folder. */
    static void netconvert(Path folder) throws IOException {
        SumoProcess.run(folder, List.of("netconvert", "-c", SumoFiles.NETCONVERT));
        SumoFiles.settleFoes(folder);
    }

    /** Lets SUMO drive what is in this folder. */
    static SumoRun of(Path folder, long seed) throws IOException {
        SumoProcess.run(
                folder,
                List.of(
                        "sumo",
                        "-c",
                        SumoFiles.CONFIG,
                        "--seed=" + seed,
                        "--no-warnings",
                        "--duration-log.statistics",
                        "--statistic-output=" + STATISTICS));
        String text = Files.readString(folder.resolve(STATISTICS));
        String trips = "vehicleTripStatistics";
        double outside = number(text, trips, "departDelay");
        return new SumoRun(
                Math.round(number(text, trips, "count")),
                Math.round(number(text, "teleports", "total")),
                number(text, trips, "duration") + outside,
                number(text, trips, "timeLoss") + outside);
    }

    private static double number(String text, String element, String attribute) {
        Matcher found =
                Pattern.compile("<" + element + "[^>]* " + attribute + "=\"([-0-9.]+)\"")
                        .matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
