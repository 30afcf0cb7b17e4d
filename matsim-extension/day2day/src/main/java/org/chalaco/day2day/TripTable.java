package org.chalaco.day2day;

import java.util.List;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;

/**
 * All legs of a day in one row: trip k is one leg of one person's selected plan, persons in order,
 * legs in order. The trip is also the vehicle index of the leg in the mobsim; teleported legs have
 * an index that no vehicle uses. Immutable and thread-safe.
 */
public final class TripTable {

    private final List<Person> persons;
    private final int[] firstTrip; // one longer than the persons
    private final int[] personOfTrip;

    private TripTable(List<Person> persons) {
        this.persons = persons;
        firstTrip = new int[persons.size() + 1];
        for (int person = 0; person < persons.size(); person++) {
            int legs = persons.get(person).selectedPlan().legs().size();
            firstTrip[person + 1] = firstTrip[person] + legs;
        }
        personOfTrip = new int[firstTrip[persons.size()]];
        for (int person = 0; person < persons.size(); person++) {
            for (int trip = firstTrip[person]; trip < firstTrip[person + 1]; trip++) {
                personOfTrip[trip] = person;
            }
        }
    }

    /** The trips of these persons' selected plans. */
    public static TripTable of(List<Person> persons) {
        return new TripTable(List.copyOf(persons));
    }

    /** The persons, in index order. */
    public List<Person> persons() {
        return persons;
    }

    /** Number of trips. */
    public int tripCount() {
        return personOfTrip.length;
    }

    /** First trip of a person; those of the others follow. */
    public int firstTrip(int personIndex) {
        return firstTrip[personIndex];
    }

    /** One past the last trip of a person. */
    public int endTrip(int personIndex) {
        return firstTrip[personIndex + 1];
    }

    /** Index of the person who makes a trip. */
    public int personIndex(int trip) {
        return personOfTrip[trip];
    }

    /** Which leg of the person's plan a trip is. */
    public int legIndex(int trip) {
        return trip - firstTrip[personOfTrip[trip]];
    }

    /** The plan a trip is part of. */
    public Plan plan(int trip) {
        return persons.get(personOfTrip[trip]).selectedPlan();
    }

    /** The leg a trip is. */
    public Leg leg(int trip) {
        return plan(trip).legs().get(legIndex(trip));
    }
}
