package org.chalaco.day2day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.replanning.Strategy;
import org.chalaco.day2day.replanning.StrategySettings;
import org.chalaco.day2day.scoring.ActivityParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.RandomStream;

/** People who go from home to work and back, every tenth of them on foot. */
public final class Commuters {

    /** Home 12 h, work 8 h from 9 o'clock on. */
    public static final ScoringParameters SCORING =
            ScoringParameters.STANDARD.withUtility(
                    UtilityParameters.STANDARD.withActivities(
                            ActivityParameters.of("home", 12 * 3600),
                            ActivityParameters.of("work", 8 * 3600)
                                    .withOpeningHours(7 * 3600, 20 * 3600)
                                    .withLimits(9 * 3600, Double.NaN)));

    /** Choice among plans 0.7, new routes 0.2, new times 0.1. */
    public static final ReplanningParameters REPLANNING =
            ReplanningParameters.STANDARD.withStrategies(
                    StrategySettings.of(Strategy.CHANGE_EXP_BETA, 0.7),
                    StrategySettings.of(Strategy.RE_ROUTE, 0.2),
                    StrategySettings.of(Strategy.TIME_ALLOCATION_MUTATOR, 0.1));

    private static final int WORKPLACES = 20;

    private Commuters() {}

    /**
     * So many people from anywhere to the middle of the network, leaving around 8 and 17 o'clock.
     */
    public static List<Person> of(RoadNetwork network, int count, long seed) {
        return of(network, count, seed, WORKPLACES);
    }

    /** The same with so many links where work is. */
    public static List<Person> of(RoadNetwork network, int count, long seed, int workplaces) {
        List<Person> persons = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            RandomStream random = RandomStream.of(seed, k, "commuter");
            int home = random.nextInt(network.linkCount());
            int work = (network.linkCount() - workplaces) / 2 + random.nextInt(workplaces);
            String mode = k % 10 == 9 ? "walk" : "car";
            double out = Math.rint(8 * 3600 + 900 * random.nextGaussian());
            double back = Math.rint(17 * 3600 + 1800 * random.nextGaussian());
            Plan plan =
                    Plan.of(
                            List.of(
                                    new Activity(
                                            "home", home, Double.NaN, Double.NaN, out, Double.NaN),
                                    new Activity(
                                            "work", work, Double.NaN, Double.NaN, back, Double.NaN),
                                    Activity.last("home", home, Double.NaN, Double.NaN)),
                            List.of(Leg.unrouted(mode), Leg.unrouted(mode)));
            persons.add(Person.of("p" + k, Map.of(), plan));
        }
        return persons;
    }
}
