/** The map, demand and vehicles of the Havana study. */
module org.chalaco.scenario.habana {
    requires transitive org.chalaco.scenario;
    requires transitive org.chalaco.formats;

    exports org.chalaco.scenario.habana;
}
