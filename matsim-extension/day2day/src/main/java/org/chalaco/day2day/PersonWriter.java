package org.chalaco.day2day;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.mobsim.traffic.Route;

/** Writes persons in binary; every text is written once and named by its number after that. */
final class PersonWriter {

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    PersonWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(Person person) throws IOException {
        text(person.id());
        count(person.attributes().size());
        for (Map.Entry<String, String> attribute : person.attributes().entrySet()) {
            text(attribute.getKey());
            text(attribute.getValue());
        }
        count(person.selected());
        count(person.plans().size());
        for (Plan plan : person.plans()) {
            plan(plan);
        }
    }

    private void plan(Plan plan) throws IOException {
        out.writeDouble(plan.score());
        count(plan.averagedScores());
        count(plan.legs().size());
        for (int k = 0; k < plan.activities().size(); k++) {
            activity(plan.activities().get(k));
            if (k < plan.legs().size()) {
                leg(plan.legs().get(k));
            }
        }
    }

    private void activity(Activity activity) throws IOException {
        text(activity.type());
        count(activity.linkIndex() + 1);
        out.writeDouble(activity.x());
        out.writeDouble(activity.y());
        out.writeDouble(activity.endTime());
        out.writeDouble(activity.maximumDuration());
    }

    private void leg(Leg leg) throws IOException {
        text(leg.mode());
        out.writeDouble(leg.departureTime());
        out.writeDouble(leg.travelTime());
        out.writeDouble(leg.distance());
        Route route = leg.route();
        count(route == null ? 0 : route.size());
        for (int k = 0; route != null && k < route.size(); k++) {
            count(route.link(k));
        }
        TransitRide ride = leg.ride();
        count(ride == null ? 0 : 1);
        if (ride != null) {
            text(ride.lineId());
            text(ride.routeId());
            text(ride.fromStopId());
            text(ride.toStopId());
        }
    }

    private void text(String text) throws IOException {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            count(known);
            return;
        }
        count(texts.size() - 1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        out.write(bytes);
    }

    /** A number that is not negative, seven bits to a byte, the lowest first. */
    private void count(int number) throws IOException {
        int rest = number;
        while (rest > 0x7f) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
