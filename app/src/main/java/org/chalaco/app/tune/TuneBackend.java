package org.chalaco.app.tune;

import com.google.inject.Inject;
import org.chalaco.app.run.Interruption;
import org.chalaco.app.run.ScenarioFolder;
import org.chalaco.app.run.ScenarioReader;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationBackendProvider;
import org.chalaco.tuning.evaluation.LocalThreads;
import org.chalaco.tuning.problem.TuningProblem;

/** Where a search simulates: threads of this process, or a cluster by its address. */
final class TuneBackend {

    private final ScenarioReader reader;
    private final Interruption interruption;

    @Inject
    TuneBackend(ScenarioReader reader, Interruption interruption) {
        this.reader = reader;
        this.interruption = interruption;
    }

    /** Whether somebody on the class path knows the address. */
    void check(TuneRequest request, Problems problems) {
        String address = request.backend();
        if (address != null && EvaluationBackendProvider.find(address).isEmpty()) {
            var forms = EvaluationBackendProvider.list().stream().map(p -> p.form()).toList();
            problems.add(
                    ProblemType.TUNING_SETTING.error(
                            "--backend",
                            address,
                            "Nobody on the class path knows the address (%s).".formatted(address),
                            forms.isEmpty()
                                    ? "Maybe add deploy/spark to CHALACO_CLASSPATH, or leave out --backend?"
                                    : "Maybe one of %s?".formatted(forms)));
        }
    }

    /** Opens it. */
    EvaluationBackend open(TuneRequest request, TuningProblem problem, Runnable onFinished) {
        if (request.backend() == null) {
            return new LocalThreads(
                    problem, problem.mobsim().threads(), interruption::isRequested, onFinished);
        }
        ScenarioFolder folder = reader.folder(request.scenario());
        return EvaluationBackendProvider.find(request.backend())
                .orElseThrow()
                .open(
                        request.backend(),
                        ScenarioSource.of(request, folder),
                        interruption::isRequested,
                        onFinished);
    }
}
