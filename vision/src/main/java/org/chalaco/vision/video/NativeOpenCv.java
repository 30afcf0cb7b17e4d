package org.chalaco.vision.video;

import nu.pattern.OpenCV;

/** The OpenCV natives, loaded once per process, the first time that they are needed. */
public final class NativeOpenCv {

    private NativeOpenCv() {}

    /**
     * Loads the natives unless that was done before.
     *
     * @throws UnsatisfiedLinkError where there are none for this platform
     */
    public static void load() {
        Loaded.touch();
    }

    /** Initialised by the JVM once, under its own lock. */
    private static final class Loaded {

        static {
            OpenCV.loadLocally();
        }

        static void touch() {}
    }
}
