package org.chalaco.app.watch;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be counted, and what to write.
 *
 * @param site site file of the camera
 * @param videos files, folders of images or addresses, one after the other
 * @param live whether the source goes on for ever
 * @param framesPerSecond to assume, or NaN for the video's own
 * @param startTime when a recording began, s since midnight
 * @param duration stop after so much of each video, s; infinite by default
 * @param interval of the counts, s
 * @param ffmpeg the ffmpeg program, or null to look for one
 * @param model descriptor of a detection network, or null for the classical detector alone
 * @param network MATSim network that the site's links are checked against, or null
 * @param truth crossings marked by hand, or null
 * @param output folder for the results
 * @param kinds whether the shipped network says what vehicles are
 * @param pictures whether to write the annotated video and the contact sheet
 */
public record WatchRequest(
        Path site,
        List<String> videos,
        boolean live,
        double framesPerSecond,
        double startTime,
        double duration,
        double interval,
        Path ffmpeg,
        Path model,
        Path network,
        Path truth,
        Path output,
        boolean kinds,
        boolean pictures) {

    public WatchRequest {
        videos = List.copyOf(videos);
    }
}
