package org.chalaco.app.tune;

import java.util.Optional;
import org.chalaco.app.run.ClockWindow;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.tuning.problem.EvaluationWindow;

/** The time that counts, from {@code 08:00-08:30}. */
final class TuneWindow {

    private TuneWindow() {}

    /** The window of a request within the run's time; what is wrong is reported. */
    static Optional<EvaluationWindow> of(
            TuneRequest request, MobsimParameters mobsim, Problems problems) {
        double from = mobsim.startTime();
        double until = mobsim.endTime();
        if (request.window() != null) {
            Optional<ClockWindow> asked = ClockWindow.parse(request.window());
            if (asked.isEmpty()) {
                return refused(request, "is not like 08:00-08:30", problems);
            }
            from = asked.get().from();
            until = asked.get().until();
        }
        if (from < mobsim.startTime() || until > mobsim.endTime() || until <= from) {
            return refused(
                    request,
                    "is no time between %s and %s"
                            .formatted(clock(mobsim.startTime()), clock(mobsim.endTime())),
                    problems);
        }
        double start = Math.max(mobsim.startTime(), from - request.warmUp());
        return Optional.of(new EvaluationWindow(start, from, until));
    }

    static String clock(double time) {
        long s = Math.round(time);
        return "%02d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    }

    private static Optional<EvaluationWindow> refused(
            TuneRequest request, String why, Problems problems) {
        problems.add(
                ProblemType.TUNING_WINDOW.error(
                        "--window",
                        String.valueOf(request.window()),
                        "The window (%s) %s.".formatted(request.window(), why),
                        "Maybe half an hour of the peak, with --warm-up 900?"));
        return Optional.empty();
    }
}
