package org.chalaco.mobsim.event;

/**
 * Takes the events of a run, one after the other, in order of time, always from one thread. Events
 * of one step come in a fixed order.
 */
@FunctionalInterface
public interface EventSink {

    /** Drops everything. */
    EventSink NONE = event -> {};

    /** Takes one event. */
    void accept(TrafficEvent event);

    /** A sink that passes every event on to each of these, in this order. */
    static EventSink fanOut(EventSink... sinks) {
        EventSink[] copy = sinks.clone();
        return event -> {
            for (EventSink sink : copy) {
                sink.accept(event);
            }
        };
    }
}
