package org.chalaco.contract;

import java.util.Locale;

/**
 * A person with one plan, written piece by piece.
 *
 * <pre>{@code
 * Traveller.named("p").home("1", 6 * 3600).drives("1 2 3").at("work", "3")
 * }</pre>
 */
public final class Traveller {

    private static final String UNDEFINED = "undefined";

    private final String id;
    private final StringBuilder plan = new StringBuilder();
    private String attributes = "";
    private String vehicle = "";

    private Traveller(String id) {
        this.id = id;
    }

    /** A person without a plan yet. */
    public static Traveller named(String id) {
        return new Traveller(id);
    }

    /** The vehicle of the drives that follow; the default is the person's own. */
    public Traveller with(String vehicleId) {
        vehicle = " vehicleRefId=\"%s\"".formatted(vehicleId);
        attributes =
                """
                    <attributes><attribute name="vehicles" class="org.matsim.vehicles.PersonVehicles">{"car":"%s"}</attribute></attributes>
                """
                        .formatted(vehicleId);
        return this;
    }

    /** At home until a time of day, s since midnight. */
    public Traveller home(String link, double until) {
        return at("home", link, until);
    }

    /** Somewhere until a time of day, s since midnight. */
    public Traveller at(String activity, String link, double until) {
        plan.append(
                "      <activity type=\"%s\" link=\"%s\" end_time=\"%s\"/>%n"
                        .formatted(activity, link, clock(until)));
        return this;
    }

    /** Somewhere for some time, s. */
    public Traveller atFor(String activity, String link, double seconds) {
        plan.append(
                "      <activity type=\"%s\" link=\"%s\" max_dur=\"%s\"/>%n"
                        .formatted(activity, link, clock(seconds)));
        return this;
    }

    /** Somewhere without an end. */
    public Traveller at(String activity, String link) {
        plan.append("      <activity type=\"%s\" link=\"%s\"/>%n".formatted(activity, link));
        return this;
    }

    /** Drives over these links, the first and the last included. */
    public Traveller drives(String route) {
        return drives("car", route);
    }

    /** Drives in a mode over these links, the first and the last included. */
    public Traveller drives(String mode, String route) {
        String[] links = route.split(" ");
        return drives(mode, links[0], route, links[links.length - 1]);
    }

    /** Drives over links that need not begin and end where they should. */
    public Traveller drives(String mode, String from, String route, String to) {
        plan.append(
                """
                      <leg mode="%s">
                        <attributes><attribute name="routingMode" class="java.lang.String">%s</attribute></attributes>
                        <route type="links" start_link="%s" end_link="%s" trav_time="undefined" distance="NaN"%s>%s</route>
                      </leg>
                """
                        .formatted(mode, mode, from, to, vehicle, route));
        return this;
    }

    /** Is teleported, in a given time, s, over a given distance, m. */
    public Traveller walks(String from, String to, double seconds, double metres) {
        return walks("walk", from, to, seconds, metres);
    }

    /** Walks as a part of a trip by another mode. */
    public Traveller walks(
            String routingMode, String from, String to, double seconds, double metres) {
        plan.append(
                """
                      <leg mode="walk">
                        <attributes><attribute name="routingMode" class="java.lang.String">%s</attribute></attributes>
                        <route type="generic" start_link="%s" end_link="%s" trav_time="%s" distance="%s"></route>
                      </leg>
                """
                        .formatted(routingMode, from, to, clock(seconds), metres));
        return this;
    }

    /** Rides by public transport, as a piece of XML says. */
    public Traveller rides(String leg) {
        plan.append(leg);
        return this;
    }

    String xml() {
        return """
                  <person id="%s">
                %s    <plan selected="yes">
                %s    </plan>
                  </person>
                """
                .formatted(id, attributes, plan);
    }

    static String clock(double seconds) {
        if (Double.isNaN(seconds)) {
            return UNDEFINED;
        }
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
