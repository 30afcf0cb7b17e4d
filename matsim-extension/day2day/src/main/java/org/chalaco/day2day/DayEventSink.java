package org.chalaco.day2day;

import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;

/**
 * Takes the events of a whole day, those of vehicles and those of persons, as one stream in order
 * of time, always from one thread. At one moment the end of an activity comes before what happens
 * on the road, and what happens on the road before the arrival that follows from it.
 */
public interface DayEventSink extends EventSink {

    /** Drops everything. */
    DayEventSink NONE = of(EventSink.NONE);

    /** Takes an event of the road. */
    @Override
    void accept(TrafficEvent event);

    /** Takes an event of a person. */
    void accept(AgentEvent event);

    /** A sink that passes on the events of the road and drops those of persons. */
    static DayEventSink of(EventSink sink) {
        return new DayEventSink() {
            @Override
            public void accept(TrafficEvent event) {
                sink.accept(event);
            }

            @Override
            public void accept(AgentEvent event) {
                // nobody asked
            }
        };
    }

    /** A sink that passes every event on to each of these, in this order. */
    static DayEventSink fanOut(DayEventSink... sinks) {
        DayEventSink[] copy = sinks.clone();
        return new DayEventSink() {
            @Override
            public void accept(TrafficEvent event) {
                for (DayEventSink sink : copy) {
                    sink.accept(event);
                }
            }

            @Override
            public void accept(AgentEvent event) {
                for (DayEventSink sink : copy) {
                    sink.accept(event);
                }
            }
        };
    }
}
