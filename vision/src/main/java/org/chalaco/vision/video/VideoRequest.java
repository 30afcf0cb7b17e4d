package org.chalaco.vision.video;

import java.nio.file.Path;

/**
 * Which video, and how to take it.
 *
 * @param source a file, a folder of images, a numbered pattern such as {@code frames/f_%04d.jpg},
 *     or an address (rtsp, http, https, rtmp, udp)
 * @param framesPerSecond frame rate to assume, 1/s, or NaN for the source's own; images have none
 * @param startTime when a recording began, s since midnight; live sources have the clock
 * @param live whether the source goes on for ever: it is then opened anew when it ends
 * @param ffmpeg the ffmpeg program, or null to look for one
 */
public record VideoRequest(
        String source, double framesPerSecond, double startTime, boolean live, Path ffmpeg) {

    /** A recording that begins at midnight. */
    public static VideoRequest recording(String source) {
        return new VideoRequest(source, Double.NaN, 0, false, null);
    }

    /** Whether the source is an address rather than a file. */
    public boolean isAddress() {
        return source.matches("(?i)(rtsps?|https?|rtmps?|udp|tcp|rtp|srt)://.*");
    }

    /** The source without user name and password, fit to be shown. */
    public String shown() {
        return source.replaceFirst("://[^/@]*@", "://***@");
    }
}
