package org.chalaco.day2day.demand;

import java.util.List;

/**
 * A day as a person intends it: n activities and the n - 1 legs between them.
 *
 * @param activities in order of time
 * @param legs in order of time
 * @param score utility of the day, or NaN: not experienced yet
 * @param averagedScores how many days the score is the mean of, once scores are averaged; else 0
 */
public record Plan(List<Activity> activities, List<Leg> legs, double score, int averagedScores) {

    public Plan {
        activities = List.copyOf(activities);
        legs = List.copyOf(legs);
        if (activities.size() != legs.size() + 1) {
            throw new IllegalArgumentException(
                    "A plan of (%d) activities has (%d) legs.%nMaybe one is missing?"
                            .formatted(activities.size(), legs.size()));
        }
    }

    /** A plan whose score is not a mean of several days. */
    public Plan(List<Activity> activities, List<Leg> legs, double score) {
        this(activities, legs, score, 0);
    }

    /** A plan that nobody has experienced yet. */
    public static Plan of(List<Activity> activities, List<Leg> legs) {
        return new Plan(activities, legs, Double.NaN);
    }

    /** The same plan with another score. */
    public Plan withScore(double newScore) {
        return new Plan(activities, legs, newScore, averagedScores);
    }

    /** The same plan with a score that is the mean of so many days. */
    public Plan withAveragedScore(double newScore, int days) {
        return new Plan(activities, legs, newScore, days);
    }

    /** The same plan with other legs; its score is forgotten. */
    public Plan withLegs(List<Leg> newLegs) {
        return new Plan(activities, newLegs, Double.NaN);
    }

    /** The same plan with other activities; its score is forgotten. */
    public Plan withActivities(List<Activity> newActivities) {
        return new Plan(newActivities, legs, Double.NaN);
    }
}
