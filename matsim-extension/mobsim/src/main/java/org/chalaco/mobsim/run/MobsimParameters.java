package org.chalaco.mobsim.run;

import static java.util.Objects.requireNonNull;

/**
 * Everything that configures one run of the mobsim.
 *
 * @param stepMillis length of a time step, ms, 100 to 1000
 * @param startTime s since midnight
 * @param endTime s since midnight; the run ends earlier when everyone has arrived
 * @param seed of all random streams
 * @param threads how many work at once; changes no result
 * @param sampleFactor share f of the population that is simulated, in (0, 1]: below 1 each vehicle
 *     stands for 1/f, so its length and standstill gap are divided by f and its time gap is
 *     lengthened so that the saturation flow at signals stays what it is
 * @param carFollowing car-following model
 * @param approachZones approach zones of the Havana study
 * @param laneChanging lane changing
 * @param junctions use of junctions
 * @param checkMode how closely the run watches itself
 */
public record MobsimParameters(
        int stepMillis,
        double startTime,
        double endTime,
        long seed,
        int threads,
        double sampleFactor,
        CarFollowing carFollowing,
        ApproachZones approachZones,
        LaneChanging laneChanging,
        JunctionRules junctions,
        CheckMode checkMode) {

    /** Half-second steps from midnight to midnight, one thread, everything else standard. */
    public static final MobsimParameters STANDARD =
            new MobsimParameters(
                    500,
                    0,
                    24 * 3600,
                    4711,
                    1,
                    1.0,
                    CarFollowing.IIDM,
                    ApproachZones.OFF,
                    LaneChanging.STANDARD,
                    JunctionRules.STANDARD,
                    CheckMode.STEP);

    public MobsimParameters {
        requireNonNull(carFollowing);
        requireNonNull(approachZones);
        requireNonNull(laneChanging);
        requireNonNull(junctions);
        requireNonNull(checkMode);
        if (stepMillis < 100 || stepMillis > 1000) {
            throw new IllegalArgumentException(
                    "The time step (%d ms) is not between 100 and 1000 ms.%nMaybe 500?"
                            .formatted(stepMillis));
        }
        if (!(startTime >= 0 && endTime > startTime)) {
            throw new IllegalArgumentException(
                    "A run from (%s s) to (%s s) has no time.".formatted(startTime, endTime));
        }
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A run on (%d) threads cannot run.%nMaybe 1?".formatted(threads));
        }
        if (!(sampleFactor > 0 && sampleFactor <= 1)) {
            throw new IllegalArgumentException(
                    "The sample factor (%s) is not in (0, 1].%nMaybe 0.1 for ten per cent?"
                            .formatted(sampleFactor));
        }
    }

    /** Length of a step, s. */
    public double stepSeconds() {
        return stepMillis / 1000.0;
    }

    /** The same with another time step, ms. */
    public MobsimParameters withStepMillis(int millis) {
        return new MobsimParameters(
                millis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same for another time of day, s since midnight. */
    public MobsimParameters withTimes(double start, double end) {
        return new MobsimParameters(
                stepMillis,
                start,
                end,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same with another seed. */
    public MobsimParameters withSeed(long newSeed) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                newSeed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same on another number of threads. */
    public MobsimParameters withThreads(int number) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                number,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same for another sample factor. */
    public MobsimParameters withSampleFactor(double factor) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                factor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same with another car-following model. */
    public MobsimParameters withCarFollowing(CarFollowing model) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                model,
                approachZones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same with other approach zones. */
    public MobsimParameters withApproachZones(ApproachZones zones) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                zones,
                laneChanging,
                junctions,
                checkMode);
    }

    /** The same with other lane changing. */
    public MobsimParameters withLaneChanging(LaneChanging changing) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                changing,
                junctions,
                checkMode);
    }

    /** The same with other junction rules. */
    public MobsimParameters withJunctions(JunctionRules rules) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                rules,
                checkMode);
    }

    /** The same with another check mode. */
    public MobsimParameters withCheckMode(CheckMode mode) {
        return new MobsimParameters(
                stepMillis,
                startTime,
                endTime,
                seed,
                threads,
                sampleFactor,
                carFollowing,
                approachZones,
                laneChanging,
                junctions,
                mode);
    }
}
