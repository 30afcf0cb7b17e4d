package org.chalaco.app.study;

import java.util.List;
import org.chalaco.tuning.SearchMethods;
import org.chalaco.tuning.TuningSettings;
import org.chalaco.tuning.codec.LegalPlanCodec;
import org.chalaco.tuning.codec.SignalPlanCodec;
import org.chalaco.tuning.codec.StudyPlanCodec;
import org.chalaco.tuning.objective.Objective;
import org.chalaco.tuning.problem.TuningProblem;
import org.chalaco.tuning.search.SearchMethod;
import org.chalaco.tuning.search.StudySearch;

/** The two algorithms that are compared. */
enum SearchKind {
    /** The study's: greens of 3 to 90 s, random start, its own fitness (square-weighted). */
    STUDY("study", Objective.squareWeightedLinkTime()),
    /** Our default: legal plans, known plans to start from, delay and stops. */
    OWN("own", Objective.delayAndStops(Objective.USUAL_STOP));

    private static final int SHORTEST = 3;
    private static final int LONGEST = 90;

    private final String id;
    private final Objective objective;

    SearchKind(String id, Objective objective) {
        this.id = id;
        this.objective = objective;
    }

    /** Name in files. */
    String id() {
        return id;
    }

    Objective objective() {
        return objective;
    }

    SearchMethod method() {
        return this == STUDY ? StudySearch.AS_PUBLISHED : SearchMethods.list().get(0);
    }

    SignalPlanCodec codec(TuningProblem problem) {
        return this == STUDY
                ? new StudyPlanCodec(problem, SHORTEST, LONGEST)
                : new LegalPlanCodec(problem);
    }

    /** The study always makes all its generations and chooses by what the search saw. */
    TuningSettings settings(StudySettings study, long seed) {
        TuningSettings sized =
                TuningSettings.STANDARD
                        .withSeed(seed)
                        .withSize(study.population(), study.generations());
        if (this == STUDY) {
            return sized.withSteadyStop(0, 0)
                    .withReplications(study.studyRacing(), 2)
                    .withFinalists(1);
        }
        return sized;
    }

    static SearchKind of(String id) {
        return List.of(values()).stream().filter(k -> k.id.equals(id)).findFirst().orElseThrow();
    }
}
