package org.chalaco.day2day.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.day2day.scoring.ActivityParameters.TypicalDurationScoreComputation;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the score of a day is Charypar and Nagel's, term by term, against values
 * worked out by hand with βperf 6/h, βlate -18/h, βtravel -6/h. With a typical duration of 8 h,
 * relative: t0 = 8 h / e, and performing for d hours earns {@code 48 (1 + ln(d / 8))}.
 */
class I04_ScoringTest {

    private static final double H = 3600;
    private static final double EXACT = 1e-9;

    private static final ActivityParameters WORK = ActivityParameters.of("work", 8 * H);
    private static final UtilityParameters STANDARD =
            UtilityParameters.STANDARD.withActivities(WORK, ActivityParameters.of("home", 12 * H));

    @Test
    void anActivityOfTypicalDurationEarnsItsFullRate() {
        assertThat(work(WORK, 8, 16)).isEqualTo(48, within(EXACT));
    }

    @Test
    void uniformActivitiesEarnTheSameAtTheirTypicalDuration() {
        ActivityParameters uniform = WORK.withComputation(TypicalDurationScoreComputation.UNIFORM);
        ActivityParameters shorter =
                ActivityParameters.of("shop", 2 * H)
                        .withComputation(TypicalDurationScoreComputation.UNIFORM);

        assertThat(work(uniform, 8, 16)).isEqualTo(60, within(EXACT));
        assertThat(ActivityUtility.of(shorter, STANDARD, 0, 2 * H)).isEqualTo(60, within(1e-6));
    }

    @Test
    void longerEarnsLessAndLessPerHour() {
        assertThat(work(WORK, 8, 17)).isEqualTo(48 + 48 * 0.117783035656, within(1e-8));
    }

    @Test
    void belowTheZeroUtilityDurationTheTangentGoesOn() {
        // 48 (d e / 8 - 1): at one hour 6 e - 48
        assertThat(work(WORK, 8, 9)).isEqualTo(-31.690309029, within(1e-8));
        assertThat(work(WORK, 8, 8)).isEqualTo(-48, within(EXACT));
    }

    @Test
    void aNegativeDurationCostsInProportion() {
        // there from 7 to 8, opens at 9, never closes: one hour less than nothing
        ActivityParameters late = WORK.withOpeningHours(9 * H, Double.NaN);

        assertThat(work(late, 7, 8)).isEqualTo(-6 * Math.E - 48, within(1e-8));
    }

    @Test
    void onlyOpeningHoursCountAndWaitingCostsItsOwnRate() {
        ActivityParameters shop = WORK.withOpeningHours(8 * H, 16 * H);
        UtilityParameters impatient = new UtilityParameters(6, -18, 0, -2, 1, Map.of(), Map.of());

        assertThat(ActivityUtility.of(shop, impatient, 7 * H, 17 * H))
                .isEqualTo(48 - 2 - 2, within(EXACT));
    }

    @Test
    void whoIsThereOnlyWhileItIsClosedPerformsNothing() {
        ActivityParameters shop = WORK.withOpeningHours(8 * H, 16 * H);

        assertThat(work(shop, 5, 7)).isEqualTo(-48, within(EXACT));
        assertThat(work(shop, 17, 19)).isEqualTo(-48, within(EXACT));
    }

    @Test
    void lateArrivalAndEarlyDepartureCostTheirRates() {
        ActivityParameters strict = WORK.withLimits(9 * H, 18 * H);
        UtilityParameters rates = new UtilityParameters(6, -18, -3, 0, 1, Map.of(), Map.of());

        // 20 minutes late, 40 minutes early, 8 hours there
        assertThat(ActivityUtility.of(strict, rates, 9 * H + 1200, 17 * H + 1200))
                .isEqualTo(48 - 6 - 2, within(EXACT));
    }

    @Test
    void whatIsMissingToTheMinimalDurationCountsAsEarlyDeparture() {
        UtilityParameters rates = new UtilityParameters(6, -18, -3, 0, 1, Map.of(), Map.of());

        assertThat(ActivityUtility.of(WORK.withMinimalDuration(10 * H), rates, 8 * H, 16 * H))
                .isEqualTo(48 - 6, within(EXACT));
    }

    @Test
    void aDayIsTheSumOfWorkNightAndTravel() {
        // home until 7:00, half an hour, work 7:30 to 16:30, half an hour, home from 17:00
        double score = score(STANDARD, homeWorkHome("car"), day(new double[] {7, 16.5}, 7.5, 17));

        double work = 48 + 48 * 0.117783035656; // 9 h of 8
        double night = 72 + 72 * 0.154150679827; // 14 h of 12
        assertThat(score).isEqualTo(work + night - 6, within(1e-8));
        assertThat(score).isEqualTo(130.752434659, within(1e-8));
    }

    @Test
    void differentFirstAndLastActivitiesCountFromAndToMidnight() {
        Plan plan =
                Plan.of(List.of(activity("home"), activity("work")), List.of(Leg.unrouted("car")));

        double score = score(STANDARD, plan, day(new double[] {12}, 16));

        // home 12 of 12 h: 72; four hours of travel: -24; work 8 of 8 h: 48
        assertThat(score).isEqualTo(72 - 24 + 48, within(EXACT));
    }

    @Test
    void legsCostConstantsDistanceAndMoney() {
        ModeParameters taxi = new ModeParameters("taxi", -1, -3, -0.0001, -0.002, -0.5, -4);
        UtilityParameters rates =
                new UtilityParameters(6, -18, 0, 0, 2, STANDARD.activities(), Map.of())
                        .withModes(taxi);

        double byTaxi = score(rates, homeWorkHome("taxi"), day(new double[] {7, 16.5}, 7.5, 17));
        double byCar = score(rates, homeWorkHome("car"), day(new double[] {7, 16.5}, 7.5, 17));

        // twice: -1 - 3 x 0.5 h - 5000 m x (0.0001 + 2 x 0.002); once: -0.5 - 2 x 4; a car: -6
        assertThat(byTaxi - byCar).isEqualTo(2 * (-1 - 1.5 - 20.5) - 0.5 - 8 + 6, within(1e-8));
    }

    @Test
    void whoIsStuckLosesADayAtTheWorstRate() {
        ExperiencedDay stuck =
                new ExperiencedDay(
                        new double[] {7 * H, Double.NaN},
                        new double[] {Double.NaN, Double.NaN},
                        true);

        double score = score(STANDARD, homeWorkHome("car"), stuck);

        // the morning is 7 of 12 h; min(-18, 0, -6 - 6, 0 - 6) = -18 per hour for 24 h
        double morning = 72 + 72 * Math.log(7.0 / 12);
        assertThat(score).isEqualTo(morning - 18 * 24, within(1e-8));
    }

    @Test
    void aPlanWithoutLegsIsWorthNothing() {
        Plan plan = Plan.of(List.of(activity("home")), List.of());

        assertThat(score(STANDARD, plan, day(new double[0]))).isZero();
    }

    @Test
    void subpopulationsHaveTheirOwnUtility() {
        UtilityParameters freight =
                new UtilityParameters(0, 0, 0, 0, 1, STANDARD.activities(), Map.of());
        ScoringParameters parameters =
                new ScoringParameters(1, 1, Double.NaN, STANDARD, Map.of("freight", freight));
        ExperiencedDay day = day(new double[] {7, 16.5}, 7.5, 17);

        double score = new PlanScorer(parameters).score(homeWorkHome("car"), day, "freight");

        assertThat(score).isEqualTo(-6, within(EXACT));
    }

    @Test
    void unknownActivityTypesAreNamedAllAtOnce() {
        Plan plan =
                Plan.of(
                        List.of(activity("home"), activity("fishing"), activity("choir")),
                        List.of(Leg.unrouted("car"), Leg.unrouted("car")));
        PlanScorer scorer = new PlanScorer(ScoringParameters.STANDARD.withUtility(STANDARD));

        assertThat(scorer.listUnknownActivityTypes(List.of(Person.of("1", Map.of(), plan))))
                .containsExactly("choir", "fishing");
        assertThatThrownBy(() -> scorer.score(plan, day(new double[] {7, 9}, 8, 10), null))
                .hasMessageContaining("(fishing)");
    }

    @Test
    void scoresAreBlendedAtTheLearningRateAndLaterAveraged() {
        PlanScorer scorer = new PlanScorer(new ScoringParameters(0.25, 1, 0.5, STANDARD, Map.of()));
        Plan plan = homeWorkHome("car");

        Plan first = scorer.remember(plan, 100, false);
        Plan second = scorer.remember(first, 60, false);
        assertThat(first.score()).isEqualTo(100);
        assertThat(second.score()).isEqualTo(0.25 * 60 + 0.75 * 100);

        // averaging starts anew: the first day counts alone, then the mean of 10, 20, 60
        Plan averaged = second;
        for (double score : new double[] {10, 20, 60}) {
            averaged = scorer.remember(averaged, score, true);
        }
        assertThat(averaged.score()).isEqualTo(30, within(EXACT));
        assertThat(scorer.firstAveragedIteration(10, 30)).isEqualTo(20);
    }

    private static double work(ActivityParameters activity, double from, double to) {
        return ActivityUtility.of(activity, STANDARD, from * H, to * H);
    }

    private static double score(UtilityParameters utility, Plan plan, ExperiencedDay day) {
        return new PlanScorer(ScoringParameters.STANDARD.withUtility(utility))
                .score(plan, day, null);
    }

    private static Plan homeWorkHome(String mode) {
        Leg leg = new Leg(mode, Double.NaN, Double.NaN, null, 5000);
        return Plan.of(
                List.of(activity("home"), activity("work"), activity("home")), List.of(leg, leg));
    }

    private static Activity activity(String type) {
        return new Activity(type, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static ExperiencedDay day(double[] departureHours, double... arrivalHours) {
        return new ExperiencedDay(seconds(departureHours), seconds(arrivalHours), false);
    }

    private static double[] seconds(double[] hours) {
        List<Double> seconds = new ArrayList<>();
        for (double hour : hours) {
            seconds.add(hour * H);
        }
        return seconds.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
