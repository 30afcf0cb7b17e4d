package org.chalaco.vision.video;

/**
 * What a source delivers.
 *
 * @param width pixels
 * @param height pixels
 * @param framesPerSecond nominal frame rate, 1/s
 * @param codec such as "MJPG" or "h264"
 * @param frames how many frames there are, or -1 where that is unknown or endless
 */
public record VideoFormat(
        int width, int height, double framesPerSecond, String codec, long frames) {}
