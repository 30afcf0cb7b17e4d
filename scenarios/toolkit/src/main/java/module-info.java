/** From maps, facts and counts to scenarios. */
module org.chalaco.scenario {
    requires transitive org.chalaco.mobsim;
    requires transitive org.chalaco.day2day;
    requires transitive org.chalaco.formats;
    requires transitive org.chalaco.analysis;
    requires org.apache.commons.csv;
    requires osmpbf;
    requires com.google.protobuf;
    requires ejml.core;
    requires ejml.ddense;

    exports org.chalaco.scenario.edit;
    exports org.chalaco.scenario.network;
    exports org.chalaco.scenario.od;
    exports org.chalaco.scenario.osm;
    exports org.chalaco.scenario.plausibility;
    exports org.chalaco.scenario.recipe;
    exports org.chalaco.scenario.sensor;
    exports org.chalaco.scenario.signal;
    exports org.chalaco.scenario.table;
}
