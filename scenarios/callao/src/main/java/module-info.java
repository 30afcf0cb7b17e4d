/** A weekday morning in Callao: facts, recipe and scenario. */
module org.chalaco.scenario.callao {
    requires transitive org.chalaco.scenario;
    requires transitive org.chalaco.formats;
    requires org.chalaco.analysis;

    exports org.chalaco.scenario.callao;
}
