package org.chalaco.app.watch;

import java.io.PrintWriter;

/** Says every few seconds how far a video is, how fast it goes and how long it will take. */
final class WatchProgress {

    private static final double EVERY = 5;

    private final PrintWriter out;
    private final String name;
    private final long frames;
    private final long began = System.nanoTime();
    private double said;

    /**
     * Progress of a video.
     *
     * @param frames how many there are, or -1 where unknown
     */
    WatchProgress(PrintWriter out, String name, long frames) {
        this.out = out;
        this.name = name;
        this.frames = frames;
    }

    void frame(long done, long counted) {
        double seconds = (System.nanoTime() - began) * 1e-9;
        if (seconds - said < EVERY) {
            return;
        }
        said = seconds;
        double rate = done / seconds;
        String left =
                frames > 0
                        ? ", %d %%, %.0f s left"
                                .formatted(100 * done / frames, (frames - done) / rate)
                        : "";
        out.printf("%s: %d frames, %.0f/s, %d vehicles%s%n", name, done, rate, counted, left);
        out.flush();
    }
}
