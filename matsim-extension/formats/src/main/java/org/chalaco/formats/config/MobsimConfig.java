package org.chalaco.formats.config;

import org.chalaco.formats.Problems;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.ParameterSet;

/**
 * The parameters of the mobsim in a config: module {@value #MODULE}, and from MATSim's modules
 * {@code qsim.startTime}, {@code qsim.endTime}, {@code qsim.numberOfThreads} and {@code
 * global.randomSeed}.
 *
 * <p>An end time that is undefined or 0 means 30:00:00; the run ends earlier when everyone has
 * arrived.
 */
public final class MobsimConfig {

    /** Name of the module. */
    public static final String MODULE = "chalaco";

    private static final MobsimParameters STANDARD = MobsimParameters.STANDARD;
    private static final double UNTIL_THE_LAST = 30 * 3600;

    private MobsimConfig() {}

    /** The parameters a config means; what cannot be used is reported. */
    public static MobsimParameters read(Config config, Problems problems) {
        ConfigCheck.reportUnknown(config, problems);
        Migration.warn(config, problems);
        ParameterReader chalaco = ParameterReader.of(config, MODULE, problems);
        ParameterReader qsim = ParameterReader.of(config, "qsim", problems);
        ParameterReader global = ParameterReader.of(config, "global", problems);
        double start = orElse(qsim.get(MobsimVocabulary.START_TIME), 0);
        double end = orElse(qsim.get(MobsimVocabulary.END_TIME), UNTIL_THE_LAST);
        if (!(start >= 0 && end > start)) {
            qsim.error(
                    MobsimVocabulary.END_TIME,
                    "The run from (%s s) to (%s s) has no time.".formatted(start, end),
                    "Maybe endTime 24:00:00?");
            start = STANDARD.startTime();
            end = STANDARD.endTime();
        }
        return new MobsimParameters(
                (int) Math.round(1000 * chalaco.get(MobsimVocabulary.TIME_STEP)),
                start,
                end,
                global.get(MobsimVocabulary.SEED),
                qsim.get(MobsimVocabulary.THREADS),
                chalaco.get(MobsimVocabulary.SAMPLE_FACTOR),
                chalaco.get(MobsimVocabulary.CAR_FOLLOWING),
                readZones(chalaco),
                readLaneChanging(chalaco),
                readJunctions(chalaco),
                chalaco.get(MobsimVocabulary.CHECK_MODE));
    }

    /** The drivers of vehicle types that do not say how they drive; an unknown name is reported. */
    public static ParameterSet readParameterSet(Config config, Problems problems) {
        return ParameterReader.of(config, MODULE, problems).get(MobsimVocabulary.PARAMETER_SET);
    }

    private static double orElse(double time, double otherwise) {
        return Double.isNaN(time) || time == 0 ? otherwise : time;
    }

    private static ApproachZones readZones(ParameterReader in) {
        return new ApproachZones(
                in.get(MobsimVocabulary.SLOW_ZONE),
                in.get(MobsimVocabulary.SLOW_FACTOR),
                in.get(MobsimVocabulary.STOP_ZONE),
                in.get(MobsimVocabulary.APPROACH_ZONES));
    }

    private static LaneChanging readLaneChanging(ParameterReader in) {
        return new LaneChanging(
                in.get(MobsimVocabulary.LANE_CHANGING),
                in.get(MobsimVocabulary.SAFE_DECELERATION),
                in.get(MobsimVocabulary.LANE_CHANGE_THRESHOLD),
                in.get(MobsimVocabulary.KEEP_RIGHT_BIAS),
                in.get(MobsimVocabulary.LANE_CHANGE_COOLDOWN),
                in.get(MobsimVocabulary.LANE_CHANGE_LOOK_AHEAD),
                in.get(MobsimVocabulary.WRONG_LANE_PATIENCE));
    }

    private static JunctionRules readJunctions(ParameterReader in) {
        return new JunctionRules(
                in.get(MobsimVocabulary.CRITICAL_GAP),
                in.get(MobsimVocabulary.KEEP_CLEAR),
                in.get(MobsimVocabulary.STOP_DECELERATION),
                in.get(MobsimVocabulary.REACTION_TIME),
                in.get(MobsimVocabulary.RELIEF_AFTER));
    }

    /** The same config with all of these parameters in it; it keeps its set of drivers. */
    public static Config write(Config config, MobsimParameters p) {
        return new ParameterWriter(config)
                .module(MODULE)
                .put(MobsimVocabulary.TIME_STEP, p.stepSeconds())
                .put(MobsimVocabulary.CAR_FOLLOWING, p.carFollowing())
                .put(MobsimVocabulary.PARAMETER_SET, readParameterSet(config, new Problems()))
                .put(MobsimVocabulary.SAMPLE_FACTOR, p.sampleFactor())
                .put(MobsimVocabulary.CHECK_MODE, p.checkMode())
                .put(MobsimVocabulary.LANE_CHANGING, p.laneChanging().enabled())
                .put(MobsimVocabulary.SAFE_DECELERATION, p.laneChanging().safeDeceleration())
                .put(MobsimVocabulary.LANE_CHANGE_THRESHOLD, p.laneChanging().threshold())
                .put(MobsimVocabulary.KEEP_RIGHT_BIAS, p.laneChanging().keepRightBias())
                .put(MobsimVocabulary.LANE_CHANGE_COOLDOWN, p.laneChanging().cooldown())
                .put(MobsimVocabulary.LANE_CHANGE_LOOK_AHEAD, p.laneChanging().lookAhead())
                .put(MobsimVocabulary.WRONG_LANE_PATIENCE, p.laneChanging().wrongLanePatience())
                .put(MobsimVocabulary.CRITICAL_GAP, p.junctions().criticalGap())
                .put(MobsimVocabulary.KEEP_CLEAR, p.junctions().keepClear())
                .put(MobsimVocabulary.STOP_DECELERATION, p.junctions().stopDeceleration())
                .put(MobsimVocabulary.REACTION_TIME, p.junctions().reactionTime())
                .put(MobsimVocabulary.RELIEF_AFTER, p.junctions().reliefAfter())
                .put(MobsimVocabulary.APPROACH_ZONES, p.approachZones().enabled())
                .put(MobsimVocabulary.SLOW_ZONE, p.approachZones().slowZone())
                .put(MobsimVocabulary.SLOW_FACTOR, p.approachZones().slowFactor())
                .put(MobsimVocabulary.STOP_ZONE, p.approachZones().stopZone())
                .module("qsim")
                .put(MobsimVocabulary.START_TIME, p.startTime())
                .put(MobsimVocabulary.END_TIME, p.endTime())
                .put(MobsimVocabulary.THREADS, p.threads())
                .module("global")
                .put(MobsimVocabulary.SEED, p.seed())
                .config();
    }
}
