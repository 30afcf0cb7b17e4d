/** Signal plans by search: what is tuned, how plans are coded, judged and found. */
module org.chalaco.tuning {
    requires transitive org.chalaco.mobsim;
    requires transitive org.chalaco.analysis;
    requires io.jenetics.base;
    requires io.jenetics.ext;

    exports org.chalaco.tuning;
    exports org.chalaco.tuning.problem;
    exports org.chalaco.tuning.evaluation;
    exports org.chalaco.tuning.objective;
    exports org.chalaco.tuning.codec;
    exports org.chalaco.tuning.timing;
    exports org.chalaco.tuning.search;
    exports org.chalaco.tuning.checkpoint;

    uses org.chalaco.tuning.evaluation.EvaluationBackendProvider;
}
