package org.chalaco.day2day;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.routing.TravelTimes;

/**
 * All that one day leaves for the next. There is no hidden state: random draws depend on seed,
 * person and iteration alone, so a loop that goes on from here does bit for bit what it would have
 * done without the break.
 *
 * @param iteration number of the last iteration that was carried out; one less than the first
 *     iteration: none yet
 * @param persons with their plans and scores, in their order, which is their index
 * @param travelTimes learned on that day
 */
public record LoopState(int iteration, List<Person> persons, TravelTimes travelTimes) {
    public LoopState {
        persons = List.copyOf(persons);
        requireNonNull(travelTimes, "travel times");
    }
}
