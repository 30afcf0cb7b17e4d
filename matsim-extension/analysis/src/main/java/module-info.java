/** From events to key figures. */
module org.chalaco.analysis {
    requires transitive org.chalaco.mobsim;
}
