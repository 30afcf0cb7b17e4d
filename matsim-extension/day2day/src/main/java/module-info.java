/** The embedded day-to-day loop: plans, routes, scores, replanning. */
module org.chalaco.day2day {
    requires transitive org.chalaco.mobsim;
    requires org.chalaco.analysis;

    exports org.chalaco.day2day;
    exports org.chalaco.day2day.demand;
    exports org.chalaco.day2day.routing;
    exports org.chalaco.day2day.scoring;
    exports org.chalaco.day2day.replanning;
    exports org.chalaco.day2day.road;
    exports org.chalaco.day2day.transit;
}
