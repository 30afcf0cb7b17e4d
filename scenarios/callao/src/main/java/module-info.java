/** A weekday morning in Callao: facts, recipe and scenario. */
module org.chalaco.scenario.callao {
    requires transitive org.chalaco.scenario;
    requires transitive org.chalaco.formats;

    exports org.chalaco.scenario.callao;
}
