package org.chalaco.day2day;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.demand.TransitRide;
import org.chalaco.mobsim.traffic.Route;

/** Reads what {@link PersonWriter} wrote. */
final class PersonReader {

    private final DataInputStream in;
    private final int linkCount;
    private final List<String> texts = new ArrayList<>();

    PersonReader(DataInputStream in, int linkCount) {
        this.in = in;
        this.linkCount = linkCount;
    }

    Person read() throws IOException {
        String id = text();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int n = count(); n > 0; n--) {
            String key = text();
            attributes.put(key, text());
        }
        int selected = count();
        List<Plan> plans = new ArrayList<>();
        for (int n = count(); n > 0; n--) {
            plans.add(plan());
        }
        return new Person(id, attributes, plans, selected);
    }

    private Plan plan() throws IOException {
        double score = in.readDouble();
        int averagedScores = count();
        int legCount = count();
        List<Activity> activities = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        activities.add(activity());
        for (int n = 0; n < legCount; n++) {
            legs.add(leg());
            activities.add(activity());
        }
        return new Plan(activities, legs, score, averagedScores);
    }

    private Activity activity() throws IOException {
        String type = text();
        int link = link(count() - 1, -1);
        double x = in.readDouble();
        double y = in.readDouble();
        double endTime = in.readDouble();
        return new Activity(type, link, x, y, endTime, in.readDouble());
    }

    private Leg leg() throws IOException {
        String mode = text();
        double departureTime = in.readDouble();
        double travelTime = in.readDouble();
        double distance = in.readDouble();
        int size = count();
        Route route = size == 0 ? null : route(size);
        TransitRide ride = count() == 0 ? null : new TransitRide(text(), text(), text(), text());
        return new Leg(mode, departureTime, travelTime, route, distance, ride);
    }

    private Route route(int size) throws IOException {
        List<Integer> links = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            links.add(link(count(), 0));
        }
        return Route.of(links.stream().mapToInt(Integer::intValue).toArray());
    }

    private int link(int index, int lowest) throws IOException {
        if (index < lowest || index >= linkCount) {
            throw new IOException(
                    "The saved state is damaged: link (%d) of (%d).".formatted(index, linkCount));
        }
        return index;
    }

    private String text() throws IOException {
        int number = count();
        if (number < texts.size()) {
            return texts.get(number);
        }
        if (number > texts.size()) {
            throw new IOException("The saved state is damaged: text (%d).".formatted(number));
        }
        int length = count();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        texts.add(new String(bytes, StandardCharsets.UTF_8));
        return texts.get(number);
    }

    private int count() throws IOException {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = in.readUnsignedByte();
            number |= (part & 0x7f) << shift;
            if (part < 0x80) {
                if (number < 0) {
                    break;
                }
                return number;
            }
        }
        throw new IOException("The saved state is damaged: a number without end.");
    }
}
