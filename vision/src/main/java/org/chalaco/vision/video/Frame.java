package org.chalaco.vision.video;

import org.opencv.core.Mat;

/**
 * One picture of a video and when it was taken; filled again and again by {@link FrameSource#read}.
 *
 * <p>Whoever keeps the image longer than until the next read makes a copy. Mutable, not
 * thread-safe.
 */
public final class Frame implements AutoCloseable {

    private final Mat image;
    private long index = -1;
    private double time = Double.NaN;
    private boolean afterGap;

    /** A frame without a picture yet. The OpenCV natives must have been loaded. */
    public Frame() {
        NativeOpenCv.load();
        image = new Mat();
    }

    /** The picture: 8 bits, blue, green, red. */
    public Mat image() {
        return image;
    }

    /** Number of the frame in its source, from 0; frames that were lost are counted where known. */
    public long index() {
        return index;
    }

    /** When it was taken, s since midnight of the day on which the source began. */
    public double time() {
        return time;
    }

    /** Whether frames are missing right before this one: a live source was lost and came back. */
    public boolean afterGap() {
        return afterGap;
    }

    /** Says which frame the picture now shows. */
    public void stamp(long newIndex, double newTime, boolean newAfterGap) {
        index = newIndex;
        time = newTime;
        afterGap = newAfterGap;
    }

    /** Gives the memory of the picture back. */
    @Override
    public void close() {
        image.release();
    }
}
