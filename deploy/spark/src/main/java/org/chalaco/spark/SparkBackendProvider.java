package org.chalaco.spark;

import java.util.function.BooleanSupplier;
import org.chalaco.tuning.evaluation.EvaluationBackend;
import org.chalaco.tuning.evaluation.EvaluationBackendProvider;
import org.chalaco.tuning.evaluation.ProblemSource;

/** Spark clusters by the address of their master: {@code spark://...}, {@code k8s://...}. */
public final class SparkBackendProvider implements EvaluationBackendProvider {

    @Override
    public boolean accepts(String address) {
        return address.startsWith("spark://")
                || address.startsWith("k8s://")
                || address.equals("yarn")
                || address.startsWith("local");
    }

    @Override
    public String form() {
        return "spark://HOST:PORT";
    }

    @Override
    public EvaluationBackend open(
            String address, ProblemSource source, BooleanSupplier stop, Runnable onFinished) {
        return new SparkBackend(address, source, stop, onFinished);
    }
}
