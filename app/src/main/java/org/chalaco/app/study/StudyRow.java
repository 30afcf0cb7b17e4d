package org.chalaco.app.study;

import java.util.List;
import java.util.Map;
import org.chalaco.tuning.evaluation.Interval;

/**
 * A line of the study's table: one plan, or all plans that one algorithm found.
 *
 * @param name {@code present}, {@code uniform-10}, {@code webster}, {@code study}, ...
 * @param plans how many plans it is the mean of
 * @param figures each figure and its 95 % interval: over seeds for one plan, over searches for
 *     several
 * @param change of delay against uniform 10 s, as a share, paired by seed
 * @param best least mean delay of its plans, veh h
 * @param worst largest mean delay of its plans, veh h
 */
record StudyRow(
        String name,
        int plans,
        Map<StudyFigure, Interval> figures,
        Interval change,
        double best,
        double worst) {

    static final List<String> NAMES = List.of("present", "uniform-10", "webster");
}
