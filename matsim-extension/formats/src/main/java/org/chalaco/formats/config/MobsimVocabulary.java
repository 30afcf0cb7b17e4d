package org.chalaco.formats.config;

import java.util.List;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.ParameterSet;

/** The parameters of the mobsim, as they are called in configs. */
final class MobsimVocabulary {

    private static final MobsimParameters STANDARD = MobsimParameters.STANDARD;
    private static final LaneChanging LANES = LaneChanging.STANDARD;
    private static final JunctionRules JUNCTIONS = JunctionRules.STANDARD;
    private static final ApproachZones ZONES = ApproachZones.OFF;
    static final Parameter<Double> TIME_STEP =
            Parameter.number(
                    "timeStep", "s", STANDARD.stepSeconds(), 0.1, 1, "Length of a time step.");
    static final Parameter<CarFollowing> CAR_FOLLOWING =
            Parameter.choice(
                    "carFollowing", STANDARD.carFollowing(), "Car-following model of all drivers.");
    static final Parameter<Double> SAMPLE_FACTOR =
            Parameter.number(
                    "sampleFactor",
                    "-",
                    STANDARD.sampleFactor(),
                    0.001,
                    1,
                    "Share of the population that is simulated; lengths and gaps are divided by it.");
    static final Parameter<CheckMode> CHECK_MODE =
            Parameter.choice(
                    "checkMode", STANDARD.checkMode(), "How closely the run watches itself.");

    static final Parameter<ParameterSet> PARAMETER_SET =
            Parameter.choice(
                    "parameterSet",
                    ParameterSet.CITY_TREIBER,
                    ParameterSet.listAll(),
                    ParameterSet::id,
                    "Drivers of vehicle types that do not say how they drive.");

    static final Parameter<Boolean> LANE_CHANGING =
            Parameter.flag("laneChanging", LANES.enabled(), "Whether anyone changes lanes.");
    static final Parameter<Double> SAFE_DECELERATION =
            Parameter.number(
                    "safeDeceleration",
                    "m/s²",
                    LANES.safeDeceleration(),
                    0.1,
                    20,
                    "What a new follower may be asked to brake when somebody changes lanes.");
    static final Parameter<Double> LANE_CHANGE_THRESHOLD =
            Parameter.number(
                    "laneChangeThreshold",
                    "m/s²",
                    LANES.threshold(),
                    0,
                    10,
                    "Gain below which nobody changes lanes.");
    static final Parameter<Double> KEEP_RIGHT_BIAS =
            Parameter.number(
                    "keepRightBias",
                    "m/s²",
                    LANES.keepRightBias(),
                    -10,
                    10,
                    "Gain needed more to the left and less to the right.");
    static final Parameter<Double> LANE_CHANGE_COOLDOWN =
            Parameter.number(
                    "laneChangeCooldown",
                    "s",
                    LANES.cooldown(),
                    0,
                    600,
                    "Time between two discretionary lane changes of one vehicle.");
    static final Parameter<Double> LANE_CHANGE_LOOK_AHEAD =
            Parameter.number(
                    "laneChangeLookAhead",
                    "m",
                    LANES.lookAhead(),
                    0,
                    5000,
                    "Distance from the stop line at which the next turn begins to matter, per lane to cross.");
    static final Parameter<Double> WRONG_LANE_PATIENCE =
            Parameter.number(
                    "wrongLanePatience",
                    "s",
                    LANES.wrongLanePatience(),
                    0,
                    3600,
                    "Time a vehicle waits at the stop line of a wrong lane before it turns from there.");

    static final Parameter<Double> CRITICAL_GAP =
            Parameter.number(
                    "criticalGap",
                    "s",
                    JUNCTIONS.criticalGap(),
                    0.1,
                    60,
                    "Smallest gap in a stream with priority that a waiting driver takes.");
    static final Parameter<Double> KEEP_CLEAR =
            Parameter.number(
                    "keepClear",
                    "-",
                    JUNCTIONS.keepClear(),
                    0,
                    1,
                    "Share of drivers who do not enter a junction that they cannot leave.");
    static final Parameter<Double> STOP_DECELERATION =
            Parameter.number(
                    "stopDeceleration",
                    "m/s²",
                    JUNCTIONS.stopDeceleration(),
                    0.1,
                    20,
                    "At the onset of amber, a driver stops who can with this deceleration.");
    static final Parameter<Double> REACTION_TIME =
            Parameter.number(
                    "reactionTime",
                    "s",
                    JUNCTIONS.reactionTime(),
                    0,
                    10,
                    "Reaction time at the onset of amber.");
    static final Parameter<Double> RELIEF_AFTER =
            Parameter.orNever(
                    "reliefAfter",
                    "s",
                    JUNCTIONS.reliefAfter(),
                    1,
                    "Standing time at a stop line after which a vehicle is taken off the road as hopeless; counted.");

    static final Parameter<Boolean> APPROACH_ZONES =
            Parameter.flag(
                    "approachZones", ZONES.enabled(), "The approach zones of the Havana study.");
    static final Parameter<Double> SLOW_ZONE =
            Parameter.number(
                    "slowZone",
                    "m",
                    ZONES.slowZone(),
                    0,
                    1000,
                    "Length of the slow zone before a signalised stop line.");
    static final Parameter<Double> SLOW_FACTOR =
            Parameter.number(
                    "slowFactor",
                    "-",
                    ZONES.slowFactor(),
                    0.01,
                    1,
                    "Desired speed in the slow zone, as a share of the usual one.");
    static final Parameter<Double> STOP_ZONE =
            Parameter.number(
                    "stopZone",
                    "m",
                    ZONES.stopZone(),
                    0,
                    1000,
                    "Length of the stop zone before a red stop line.");

    static final Parameter<Double> START_TIME =
            Parameter.time("startTime", Double.NaN, "When the run starts; undefined: midnight.");
    static final Parameter<Double> END_TIME =
            Parameter.time(
                    "endTime",
                    Double.NaN,
                    "When the run ends at the latest; undefined or 0: 30:00:00.");
    static final Parameter<Integer> THREADS =
            Parameter.whole(
                    "numberOfThreads",
                    "-",
                    STANDARD.threads(),
                    1,
                    1024,
                    "Threads of the mobsim; changes no result.");
    static final Parameter<Long> SEED =
            Parameter.seed("randomSeed", STANDARD.seed(), "Seed of all random draws.");

    /** The module's own parameters. */
    static final ParameterTable TABLE =
            new ParameterTable(
                    MobsimConfig.MODULE,
                    List.of(
                            TIME_STEP,
                            CAR_FOLLOWING,
                            PARAMETER_SET,
                            SAMPLE_FACTOR,
                            CHECK_MODE,
                            LANE_CHANGING,
                            SAFE_DECELERATION,
                            LANE_CHANGE_THRESHOLD,
                            KEEP_RIGHT_BIAS,
                            LANE_CHANGE_COOLDOWN,
                            LANE_CHANGE_LOOK_AHEAD,
                            WRONG_LANE_PATIENCE,
                            CRITICAL_GAP,
                            KEEP_CLEAR,
                            STOP_DECELERATION,
                            REACTION_TIME,
                            RELIEF_AFTER,
                            APPROACH_ZONES,
                            SLOW_ZONE,
                            SLOW_FACTOR,
                            STOP_ZONE));

    private MobsimVocabulary() {}
}
