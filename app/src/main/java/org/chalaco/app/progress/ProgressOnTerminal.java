package org.chalaco.app.progress;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar over all iterations with the simulated clock, the vehicles on the road, the real-time
 * factor and the time left. The bar's unit is the simulated hour.
 */
final class ProgressOnTerminal implements RunProgress {

    private final RunShape shape;
    private final ProgressBar bar;
    private int iteration;
    private Speedometer speed;

    ProgressOnTerminal(RunShape shape) {
        this.shape = shape;
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty("file.encoding"));
        bar =
                new ProgressBarBuilder()
                        .setTaskName("")
                        .setUnit(" h", 3600)
                        .setInitialMax(shape.totalSeconds())
                        .setStyle(
                                unicode
                                        ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                                        : ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(250)
                        .hideEta()
                        .continuousUpdate()
                        .build();
    }

    @Override
    public void iterationStarts(int started) {
        iteration = started;
        speed = new Speedometer(shape.startTime());
        bar.stepTo(shape.secondsDone(started, shape.startTime()));
    }

    @Override
    public void clock(double time, int vehiclesOnRoad, int vehiclesWaiting) {
        long done = shape.secondsDone(iteration, time);
        bar.stepTo(done);
        bar.setExtraMessage(
                String.format(
                        Locale.ROOT,
                        "%s %s, %d on road, %d waiting, %.0fx, %s left",
                        shape.day(iteration),
                        SimulatedClock.hoursAndMinutes(time),
                        vehiclesOnRoad,
                        vehiclesWaiting,
                        speed.realTimeFactor(time),
                        minutesAndSeconds(secondsLeft(done))));
    }

    private double secondsLeft(long done) {
        double wall = bar.getElapsedAfterStart().toMillis() / 1000.0;
        return done <= 0 ? Double.NaN : wall * (shape.totalSeconds() - done) / done;
    }

    private static String minutesAndSeconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return "?";
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    @Override
    public void iterationEnds(int ended, String summary) {
        bar.stepTo(shape.secondsDone(ended, shape.endTime()));
    }

    @Override
    public void close() {
        bar.close();
    }
}
