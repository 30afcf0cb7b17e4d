package org.chalaco.agents.jade;

import jade.core.Profile;
import jade.core.ResourceManager;

/** Threads of the platform: they never keep the program alive, and their stacks are small. */
public final class DaemonThreads implements ResourceManager {

    private static final long STACK_BYTES = 256 * 1024;

    private final ThreadGroup group = new ThreadGroup("JADE");

    /** For JADE, which makes it by name. */
    public DaemonThreads() {}

    @Override
    public Thread getThread(int type, String name, Runnable task) {
        Thread thread = new Thread(group, task, name, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void initialize(Profile profile) {}

    @Override
    public void releaseResources() {}
}
