/** MATSim files to our types and back, streaming, without external entities. */
module org.chalaco.formats {
    requires transitive org.chalaco.mobsim;
    requires transitive org.chalaco.day2day;
    requires java.xml;
}
