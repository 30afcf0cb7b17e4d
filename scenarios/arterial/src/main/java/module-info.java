/** An avenue with eight signals in the morning peak. */
module org.chalaco.scenario.arterial {
    requires transitive org.chalaco.scenario;
    requires transitive org.chalaco.formats;

    exports org.chalaco.scenario.arterial;
}
