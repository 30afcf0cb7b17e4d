/** MATSim files to our types and back, streaming, without external entities. */
@SuppressWarnings(
        "module") // the toolkit is built later; it reads OpenStreetMap with our safe cursor
module org.chalaco.formats {
    requires transitive org.chalaco.mobsim;
    requires transitive org.chalaco.day2day;
    requires java.xml;

    exports org.chalaco.formats;
    exports org.chalaco.formats.changes;
    exports org.chalaco.formats.config;
    exports org.chalaco.formats.counts;
    exports org.chalaco.formats.events;
    exports org.chalaco.formats.facilities;
    exports org.chalaco.formats.lanes;
    exports org.chalaco.formats.network;
    exports org.chalaco.formats.plans;
    exports org.chalaco.formats.signals;
    exports org.chalaco.formats.sumo;
    exports org.chalaco.formats.transit;
    exports org.chalaco.formats.vehicles;
    exports org.chalaco.formats.xml to
            org.chalaco.scenario;
}
