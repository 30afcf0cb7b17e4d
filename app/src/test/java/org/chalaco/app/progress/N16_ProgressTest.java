package org.chalaco.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: how far a run is, in simulated time and in words. */
class N16_ProgressTest {

    private static final RunShape SHAPE = new RunShape(0, 0, 4, 6 * 3600, 10 * 3600);

    @Test
    void everyIterationCountsTheSame() {
        assertThat(SHAPE.totalSeconds()).isEqualTo(5 * 4 * 3600);
        assertThat(SHAPE.secondsDone(0, 6 * 3600)).isZero();
        assertThat(SHAPE.secondsDone(2, 8 * 3600)).isEqualTo(10 * 3600);
        assertThat(SHAPE.secondsDone(4, 10 * 3600)).isEqualTo(SHAPE.totalSeconds());
    }

    @Test
    void aClockOutsideTheRunStaysInside() {
        assertThat(SHAPE.secondsDone(0, 0)).isZero();
        assertThat(SHAPE.secondsDone(4, 30 * 3600)).isEqualTo(SHAPE.totalSeconds());
    }

    @Test
    void daysAreCountedFromOne() {
        assertThat(SHAPE.day(0)).isEqualTo("day 1 of 5");
        assertThat(new RunShape(0, 0, 0, 0, 3600).day(0)).isEqualTo("day 1 of 1");
        RunShape resumed = new RunShape(10, 13, 14, 0, 3600);
        assertThat(resumed.day(13)).isEqualTo("day 4 of 5");
    }

    @Test
    void timesReadAsPeopleWriteThem() {
        assertThat(SimulatedClock.hoursAndMinutes(7 * 3600 + 45 * 60 + 59)).isEqualTo("07:45");
        assertThat(SimulatedClock.hoursAndMinutes(25 * 3600 + 1.9)).isEqualTo("25:00");
    }

    @Test
    void withoutATerminalEveryIterationIsOneLine() {
        StringWriter text = new StringWriter();
        try (RunProgress progress = RunProgress.on(SHAPE, false, new PrintWriter(text))) {
            for (int iteration = 0; iteration <= 1; iteration++) {
                progress.iterationStarts(iteration);
                progress.clock(7 * 3600, 120, 3);
                progress.clock(8 * 3600, 80, 0);
                progress.iterationEnds(iteration, "mean score 12.50");
            }
        }
        assertThat(text.toString().lines())
                .hasSize(2)
                .allMatch(
                        line ->
                                line.matches(
                                        "day [12] of 5 \\(iteration [01]\\): .* at most 120 vehicles .* mean score 12.50"));
    }
}
