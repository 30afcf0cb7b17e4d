/** From events to key figures: delay, level of service, queues, counts, trajectories. */
module org.chalaco.analysis {
    requires transitive org.chalaco.mobsim;

    exports org.chalaco.analysis.kpi;
    exports org.chalaco.analysis.capacity;
    exports org.chalaco.analysis.comparison;
    exports org.chalaco.analysis.count;
    exports org.chalaco.analysis.emission;
    exports org.chalaco.analysis.trajectory;
}
