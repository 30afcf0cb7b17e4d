package org.chalaco.vision.video;

import java.time.LocalTime;

/** The time of day at the camera, and waiting; replaced in tests. */
interface WallClock {

    /** s since midnight, local time. */
    double time();

    /**
     * Waits.
     *
     * @param seconds how long
     */
    void pause(double seconds);

    /** The clock of this computer. */
    static WallClock system() {
        return new WallClock() {
            @Override
            public double time() {
                return LocalTime.now().toNanoOfDay() * 1e-9;
            }

            @Override
            public void pause(double seconds) {
                try {
                    Thread.sleep((long) (seconds * 1000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
