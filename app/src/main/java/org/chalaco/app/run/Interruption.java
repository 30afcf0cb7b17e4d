package org.chalaco.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, turned into a wish that the run looks at: the running iteration is given up, the last
 * complete one is saved, and only then does the process end.
 *
 * <p>Thread-safe: asked from the simulating thread, set from the one that ends the process.
 */
public final class Interruption {

    /** Thrown inside an iteration to give it up. */
    public static final class RunInterrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RunInterrupted() {
            super("The run was interrupted.", null, false, false);
        }
    }

    /** Longest time that saving may take before the process ends anyway, s. */
    private static final long PATIENCE = 60;

    /** Exit code of a process that Ctrl-C ended, as shells know it. */
    private static final int EXIT_CODE = 130;

    /** Exit code when saving took too long. */
    private static final int FAILURE = 1;

    private final CountDownLatch saved = new CountDownLatch(1);
    private volatile boolean requested;
    private Thread hook;

    /** Starts to listen to Ctrl-C. */
    public void listen() {
        hook = new Thread(this::stopOrderly, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopOrderly() {
        requested = true;
        try {
            // Files are moved into place when they are complete, so giving up breaks none.
            boolean inTime = saved.await(PATIENCE, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(inTime ? EXIT_CODE : FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks to stop, as Ctrl-C does. */
    public void request() {
        requested = true;
    }

    /** Whether someone asked to stop. */
    public boolean isRequested() {
        return requested;
    }

    /**
     * Gives up what is running if someone asked to stop.
     *
     * @throws RunInterrupted if so
     */
    public void check() {
        if (requested) {
            throw new RunInterrupted();
        }
    }

    /** Everything is saved and said; the process may end. */
    public void finished() {
        saved.countDown();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // Ctrl-C came: the hook is running and ends the process.
            }
        }
    }
}
