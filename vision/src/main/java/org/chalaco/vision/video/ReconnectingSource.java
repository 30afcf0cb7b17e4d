package org.chalaco.vision.video;

import java.util.function.Supplier;

/**
 * A live source that is opened again, with growing waits, whenever it ends or breaks.
 *
 * <p>The time of a frame is the clock's when it came in. The first frame after a loss says so
 * ({@link Frame#afterGap}). Frames of another size than at the beginning are an error: lines would
 * lie elsewhere.
 */
final class ReconnectingSource implements FrameSource {

    private final String shown;
    private final Supplier<FrameSource> opener;
    private final BackOff backOff;
    private final WallClock clock;
    private final VideoFormat format;
    private FrameSource current;
    private long next;
    private double lastTime = Double.NEGATIVE_INFINITY;
    private double days;

    /** Opens the source for the first time; that must not fail. */
    ReconnectingSource(
            String shown, Supplier<FrameSource> opener, BackOff backOff, WallClock clock) {
        this.shown = shown;
        this.opener = opener;
        this.backOff = backOff;
        this.clock = clock;
        current = opener.get();
        format = current.format();
    }

    @Override
    public VideoFormat format() {
        return format;
    }

    @Override
    public boolean read(Frame frame) {
        boolean gap = false;
        int failures = 0;
        while (!readOnce(frame)) {
            gap = true;
            failures++;
            if (failures > backOff.attempts() || Thread.currentThread().isInterrupted()) {
                close();
                throw new VideoException(
                        shown,
                        "The source (%s) was lost and did not come back in %d attempts."
                                .formatted(shown, failures - 1),
                        "Maybe the camera or the network is down?");
            }
            clock.pause(backOff.wait(failures));
        }
        frame.stamp(next++, now(), gap);
        return true;
    }

    /** The clock's time; goes on counting after midnight. */
    private double now() {
        double time = clock.time() + days;
        if (time < lastTime - 43200) {
            days += 86400;
            time += 86400;
        }
        lastTime = Math.max(time, lastTime);
        return lastTime;
    }

    private boolean readOnce(Frame frame) {
        try {
            if (current == null) {
                current = opener.get();
                checkSize(current.format());
            }
            if (current.read(frame)) {
                return true;
            }
        } catch (VideoException e) {
            if (e instanceof OtherSizeException) {
                throw e;
            }
        }
        drop();
        return false;
    }

    private void checkSize(VideoFormat now) {
        if (now.width() != format.width() || now.height() != format.height()) {
            drop();
            throw new OtherSizeException(shown, format, now);
        }
    }

    private void drop() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    @Override
    public void close() {
        drop();
    }
}
