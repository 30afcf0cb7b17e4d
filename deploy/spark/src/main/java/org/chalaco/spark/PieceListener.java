package org.chalaco.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells progress, simulation by simulation, from the pieces that Spark reports as done. */
final class PieceListener extends SparkListener {

    private final Runnable onFinished;
    private int tasks;
    private int pieces;
    private int lostExecutors;

    PieceListener(Runnable onFinished) {
        this.onFinished = onFinished;
    }

    /** The next call has so many tasks in so many pieces. */
    synchronized void expect(int newTasks, int newPieces) {
        tasks = newTasks;
        pieces = newPieces;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            int count = size(end.taskInfo().index());
            for (int k = 0; k < count; k++) {
                onFinished.run();
            }
        }
    }

    /** Spark cuts a list into pieces that differ by one at most. */
    private synchronized int size(int piece) {
        long from = (long) piece * tasks / Math.max(1, pieces);
        long to = (piece + 1L) * tasks / Math.max(1, pieces);
        return (int) (to - from);
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        lostExecutors++;
    }

    synchronized int lostExecutors() {
        return lostExecutors;
    }
}
