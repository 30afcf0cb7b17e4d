package org.chalaco.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.TripTable;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.events.EventsWriter;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: a city's population and a morning's events pass in seconds of one core. The
 * best of three times counts, so that other programs disturb less.
 */
@Tag("slow")
class J14_ReadingSpeedTest {

    private static final int PERSONS = 150_000;
    private static final int LINKS = 20;

    @TempDir Path folder;
    private final RoadNetwork network = road();

    /** A ring of links, so that every route is twenty links long. */
    private static RoadNetwork road() {
        RoadNetwork.Builder builder = RoadNetwork.builder();
        for (int k = 0; k < 100; k++) {
            double angle = 2 * Math.PI * k / 100;
            builder.junction(
                    Junction.priority("n" + k, 3000 * Math.cos(angle), 3000 * Math.sin(angle)));
            builder.link(Link.of("link_" + k, "n" + k, "n" + (k + 1) % 100, 190, 2, 14));
        }
        return builder.build();
    }

    private List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        for (int p = 0; p < PERSONS; p++) {
            int[] links = new int[LINKS];
            for (int k = 0; k < LINKS; k++) {
                links[k] = (p + k) % 100;
            }
            Leg leg = Leg.unrouted("car").withRoute(Route.of(links), 3800, 400);
            Plan plan =
                    Plan.of(
                            List.of(
                                    new Activity("home", links[0], p, -p, p % 14400, Double.NaN),
                                    Activity.last("work", links[LINKS - 1], p, p)),
                            List.of(leg));
            persons.add(Person.of("person_" + p, Map.of("subpopulation", "worker"), plan));
        }
        return persons;
    }

    private static double bestOfThree(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 3; k++) {
            long before = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - before) / 1e9);
        }
        return best;
    }

    @Test
    void aPopulationIsReadInLessThanFourSeconds() {
        List<Person> persons = persons();
        Path file = folder.resolve("plans.xml.gz");
        PopulationWriter.write(file, network, persons.iterator());
        List<Person> read = new ArrayList<>();
        double seconds =
                bestOfThree(
                        () -> {
                            read.clear();
                            read.addAll(PopulationReader.read(file, network));
                        });
        assertThat(seconds).isLessThan(4);
        assertThat(read).isEqualTo(persons);
    }

    @Test
    void sevenMillionEventsAreWrittenInLessThanTenSeconds() {
        TripTable trips = TripTable.of(persons());
        Path file = folder.resolve("events.xml.gz");
        assertThat(bestOfThree(() -> writeEvents(file, trips))).isLessThan(10);
        assertThat(file).isNotEmptyFile();
    }

    private void writeEvents(Path file, TripTable trips) {
        try (EventsWriter writer = EventsWriter.create(file, network, List.of(), trips)) {
            for (int n = 0; n < 3_500_000; n++) {
                double time = 21600 + n / 300 * 0.5;
                int vehicle = (int) (n * 7919L % PERSONS);
                writer.accept(new TrafficEvent.LinkLeave(time, vehicle, n % 100, 0, 0));
                writer.accept(new TrafficEvent.LinkEnter(time, vehicle, (n + 1) % 100));
            }
            writer.commit();
        }
    }
}
