package org.chalaco.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one run did. Not thread-safe. */
public final class RecordedRun implements RunListener {

    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Consumer<RecordedEvent> alsoTo = event -> {};
    private Throwable failure;

    /** Calls somebody at every event, who may throw. */
    RecordedRun alsoTo(Consumer<RecordedEvent> somebody) {
        alsoTo = somebody;
        return this;
    }

    @Override
    public void event(RecordedEvent event) {
        events.add(event);
        alsoTo.accept(event);
    }

    @Override
    public void warning(String message) {
        warnings.add(message);
    }

    void failed(Throwable thrown) {
        failure = thrown;
    }

    /** All events, in the order they came. */
    public List<RecordedEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** What the user was told. */
    public List<String> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    /** What ended the run, or null: nothing did. */
    public Throwable failure() {
        return failure;
    }

    /** Events that satisfy a condition. */
    public List<RecordedEvent> list(Predicate<RecordedEvent> condition) {
        return events.stream().filter(condition).toList();
    }

    /** Events of a type. */
    public List<RecordedEvent> ofType(String type) {
        return list(event -> event.is(type));
    }

    /** Names of all events, in order. */
    public List<String> types() {
        return events.stream().map(RecordedEvent::type).toList();
    }

    /** Names of the events of a person and of the vehicle it drives, in order. */
    public List<String> typesOf(String person) {
        return of(person).stream().map(RecordedEvent::type).toList();
    }

    /** Events of a person and of the vehicle it drives alone, in order. */
    public List<RecordedEvent> of(String person) {
        List<RecordedEvent> own = new ArrayList<>();
        String driven = null;
        for (RecordedEvent event : events) {
            boolean mine = event.person().equals(person);
            if (mine && event.is(RecordedEvent.ENTERS_TRAFFIC)) {
                driven = event.vehicle();
            }
            boolean byVehicle = event.person().isEmpty() && event.vehicle().equals(driven);
            if (mine || byVehicle) {
                own.add(event);
            }
            if (mine && event.is(RecordedEvent.LEAVES_TRAFFIC)) {
                driven = null;
            }
        }
        return own;
    }

    /** When this person entered a link, s since midnight, once for every time. */
    public List<Double> entries(String person, String link) {
        return times(person, RecordedEvent.ENTERED_LINK, link);
    }

    /** When this person crossed the stop line of a link, s since midnight, once for every time. */
    public List<Double> exits(String person, String link) {
        return times(person, RecordedEvent.LEFT_LINK, link);
    }

    private List<Double> times(String person, String type, String link) {
        return of(person).stream()
                .filter(event -> event.is(type) && event.link().equals(link))
                .map(RecordedEvent::time)
                .toList();
    }

    /** When anybody entered a link, s since midnight, in order. */
    public List<Double> entries(String link) {
        return times(event -> event.is(RecordedEvent.ENTERED_LINK) && event.link().equals(link));
    }

    /** When anybody crossed the stop line of a link, s since midnight, in order. */
    public List<Double> exits(String link) {
        return times(event -> event.is(RecordedEvent.LEFT_LINK) && event.link().equals(link));
    }

    private List<Double> times(Predicate<RecordedEvent> condition) {
        return list(condition).stream().map(RecordedEvent::time).toList();
    }

    /** When the first event of a type came that names a person, s since midnight; NaN: never. */
    public double time(String person, String type) {
        return of(person).stream()
                .filter(event -> event.is(type))
                .mapToDouble(RecordedEvent::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Links entered by a person, in order. */
    public List<String> way(String person) {
        return of(person).stream()
                .filter(event -> event.is(RecordedEvent.ENTERED_LINK))
                .map(RecordedEvent::link)
                .toList();
    }
}
