// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import java.util.Map;
import java.util.TreeMap;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.matsim.core.config.Config;
import org.matsim.core.config.ReflectiveConfigGroup;

/**
 * The parameters of the mobsim in a MATSim config: module {@value #GROUP_NAME}, the same as the
 * command {@code chalaco} reads.
 *
 * <pre>{@code
 * ChalacoConfigGroup chalaco = ConfigUtils.addOrGetModule(config, ChalacoConfigGroup.class);
 * chalaco.setTimeStep(0.25);
 * }</pre>
 *
 * <p>Meaning, unit, range and default of every parameter come from {@code chalaco-formats} and
 * stand as comments in the config that MATSim writes. Times, threads and the random seed are those
 * of MATSim's own modules. Parameters of the embedded day-to-day loop are kept and play no part
 * here.
 */
public final class ChalacoConfigGroup extends ReflectiveConfigGroup {

    /** Name of the module. */
    public static final String GROUP_NAME = "chalaco";

    private static final String TRAJECTORIES = "trajectoriesInterval";
    private static final String TRAJECTORY_PERIOD = "trajectoryPeriod";
    private static final String CAPACITY_REPORT = "capacityReport";
    private static final String U_TURNS = "uTurns";

    private double timeStep = ConfigParameters.number("timeStep");
    private CarFollowing carFollowing = MobsimParameters.STANDARD.carFollowing();
    private String parameterSet = ConfigParameters.text("parameterSet");
    private double sampleFactor = ConfigParameters.number("sampleFactor");
    private CheckMode checkMode = MobsimParameters.STANDARD.checkMode();
    private boolean laneChanging = ConfigParameters.flag("laneChanging");
    private double safeDeceleration = ConfigParameters.number("safeDeceleration");
    private double laneChangeThreshold = ConfigParameters.number("laneChangeThreshold");
    private double keepRightBias = ConfigParameters.number("keepRightBias");
    private double laneChangeCooldown = ConfigParameters.number("laneChangeCooldown");
    private double laneChangeLookAhead = ConfigParameters.number("laneChangeLookAhead");
    private double wrongLanePatience = ConfigParameters.number("wrongLanePatience");
    private double criticalGap = ConfigParameters.number("criticalGap");
    private double keepClear = ConfigParameters.number("keepClear");
    private double stopDeceleration = ConfigParameters.number("stopDeceleration");
    private double reactionTime = ConfigParameters.number("reactionTime");
    private double reliefAfter = ConfigParameters.number("reliefAfter");
    private boolean approachZones = ConfigParameters.flag("approachZones");
    private double slowZone = ConfigParameters.number("slowZone");
    private double slowFactor = ConfigParameters.number("slowFactor");
    private double stopZone = ConfigParameters.number("stopZone");
    private int trajectoriesInterval;
    private double trajectoryPeriod = 1;
    private boolean capacityReport = true;
    private boolean uTurns = true;
    private final Map<String, String> ofTheLoop = new TreeMap<>();

    /** A group with every parameter at its default. */
    public ChalacoConfigGroup() {
        super(GROUP_NAME);
    }

    @Override
    public Map<String, String> getComments() {
        Map<String, String> comments = super.getComments();
        comments.putAll(ConfigParameters.comments());
        comments.put(
                TRAJECTORIES,
                "Every so many iterations, and in the last one, all exact positions are written. [-, from 0, default 0: never]");
        comments.put(TRAJECTORY_PERIOD, "Time between two of them. [s, above 0, default 1]");
        comments.put(
                CAPACITY_REPORT,
                "Whether capacities in the network file and in simulation are compared at the end. [-, true or false, default true]");
        comments.put(
                U_TURNS,
                "Whether vehicles may turn round wherever nothing forbids it, as MATSim's routes do. [-, true or false, default true]");
        return comments;
    }

    @Override
    protected void checkConsistency(Config config) {
        super.checkConsistency(config);
        Problems problems = new Problems();
        toMobsimParameters(config, problems);
        problems.throwIfErrors();
        if (!(trajectoryPeriod > 0) || trajectoriesInterval < 0) {
            throw new IllegalArgumentException(
                    "Trajectories every (%d) iterations and (%s s) cannot be written.%nMaybe 10 and 1?"
                            .formatted(trajectoriesInterval, trajectoryPeriod));
        }
    }

    /** What these parameters and MATSim's own mean to the mobsim; all problems are reported. */
    MobsimParameters toMobsimParameters(Config config, Problems problems) {
        return MobsimConfig.read(ConfigParameters.describe(getParams(), config), problems);
    }

    /** Length of a time step, s. */
    @StringGetter("timeStep")
    public double getTimeStep() {
        return timeStep;
    }

    /** Length of a time step, s. */
    @StringSetter("timeStep")
    public void setTimeStep(double value) {
        timeStep = value;
    }

    /** Car-following model of all drivers. */
    @StringGetter("carFollowing")
    public CarFollowing getCarFollowing() {
        return carFollowing;
    }

    /** Car-following model of all drivers. */
    @StringSetter("carFollowing")
    public void setCarFollowing(CarFollowing value) {
        carFollowing = value;
    }

    /** Name of the drivers of vehicle types that do not say how they drive. */
    @StringGetter("parameterSet")
    public String getParameterSet() {
        return parameterSet;
    }

    /** Name of the drivers of vehicle types that do not say how they drive. */
    @StringSetter("parameterSet")
    public void setParameterSet(String value) {
        parameterSet = value;
    }

    /** Share of the population that is simulated, -. */
    @StringGetter("sampleFactor")
    public double getSampleFactor() {
        return sampleFactor;
    }

    /** Share of the population that is simulated, -. */
    @StringSetter("sampleFactor")
    public void setSampleFactor(double value) {
        sampleFactor = value;
    }

    /** How closely the run watches itself. */
    @StringGetter("checkMode")
    public CheckMode getCheckMode() {
        return checkMode;
    }

    /** How closely the run watches itself. */
    @StringSetter("checkMode")
    public void setCheckMode(CheckMode value) {
        checkMode = value;
    }

    /** Whether anyone changes lanes. */
    @StringGetter("laneChanging")
    public boolean isLaneChanging() {
        return laneChanging;
    }

    /** Whether anyone changes lanes. */
    @StringSetter("laneChanging")
    public void setLaneChanging(boolean value) {
        laneChanging = value;
    }

    /** What a new follower may be asked to brake, m/s². */
    @StringGetter("safeDeceleration")
    public double getSafeDeceleration() {
        return safeDeceleration;
    }

    /** What a new follower may be asked to brake, m/s². */
    @StringSetter("safeDeceleration")
    public void setSafeDeceleration(double value) {
        safeDeceleration = value;
    }

    /** Gain below which nobody changes lanes, m/s². */
    @StringGetter("laneChangeThreshold")
    public double getLaneChangeThreshold() {
        return laneChangeThreshold;
    }

    /** Gain below which nobody changes lanes, m/s². */
    @StringSetter("laneChangeThreshold")
    public void setLaneChangeThreshold(double value) {
        laneChangeThreshold = value;
    }

    /** Gain needed more to the left, less to the right, m/s². */
    @StringGetter("keepRightBias")
    public double getKeepRightBias() {
        return keepRightBias;
    }

    /** Gain needed more to the left, less to the right, m/s². */
    @StringSetter("keepRightBias")
    public void setKeepRightBias(double value) {
        keepRightBias = value;
    }

    /** Time between two discretionary lane changes, s. */
    @StringGetter("laneChangeCooldown")
    public double getLaneChangeCooldown() {
        return laneChangeCooldown;
    }

    /** Time between two discretionary lane changes, s. */
    @StringSetter("laneChangeCooldown")
    public void setLaneChangeCooldown(double value) {
        laneChangeCooldown = value;
    }

    /** Distance at which the next turn matters, m per lane. */
    @StringGetter("laneChangeLookAhead")
    public double getLaneChangeLookAhead() {
        return laneChangeLookAhead;
    }

    /** Distance at which the next turn matters, m per lane. */
    @StringSetter("laneChangeLookAhead")
    public void setLaneChangeLookAhead(double value) {
        laneChangeLookAhead = value;
    }

    /** Time to wait in a wrong lane before turning from there, s. */
    @StringGetter("wrongLanePatience")
    public double getWrongLanePatience() {
        return wrongLanePatience;
    }

    /** Time to wait in a wrong lane before turning from there, s. */
    @StringSetter("wrongLanePatience")
    public void setWrongLanePatience(double value) {
        wrongLanePatience = value;
    }

    /** Smallest gap that a waiting driver takes, s. */
    @StringGetter("criticalGap")
    public double getCriticalGap() {
        return criticalGap;
    }

    /** Smallest gap that a waiting driver takes, s. */
    @StringSetter("criticalGap")
    public void setCriticalGap(double value) {
        criticalGap = value;
    }

    /** Share of drivers who keep junctions clear, -. */
    @StringGetter("keepClear")
    public double getKeepClear() {
        return keepClear;
    }

    /** Share of drivers who keep junctions clear, -. */
    @StringSetter("keepClear")
    public void setKeepClear(double value) {
        keepClear = value;
    }

    /** Who can stop with this at the onset of amber does, m/s². */
    @StringGetter("stopDeceleration")
    public double getStopDeceleration() {
        return stopDeceleration;
    }

    /** Who can stop with this at the onset of amber does, m/s². */
    @StringSetter("stopDeceleration")
    public void setStopDeceleration(double value) {
        stopDeceleration = value;
    }

    /** Reaction time at the onset of amber, s. */
    @StringGetter("reactionTime")
    public double getReactionTime() {
        return reactionTime;
    }

    /** Reaction time at the onset of amber, s. */
    @StringSetter("reactionTime")
    public void setReactionTime(double value) {
        reactionTime = value;
    }

    /** Standing time until a vehicle is taken off the road, s; infinite: never. */
    public double getReliefAfter() {
        return reliefAfter;
    }

    /** Standing time until a vehicle is taken off the road, s; infinite: never. */
    public void setReliefAfter(double value) {
        reliefAfter = value;
    }

    @StringGetter("reliefAfter")
    private String getReliefAfterText() {
        return Double.isInfinite(reliefAfter) ? "never" : Double.toString(reliefAfter);
    }

    @StringSetter("reliefAfter")
    private void setReliefAfterText(String text) {
        reliefAfter = text.equals("never") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** Whether the approach zones of the Havana study are used. */
    @StringGetter("approachZones")
    public boolean isApproachZones() {
        return approachZones;
    }

    /** Whether the approach zones of the Havana study are used. */
    @StringSetter("approachZones")
    public void setApproachZones(boolean value) {
        approachZones = value;
    }

    /** Length of the slow zone, m. */
    @StringGetter("slowZone")
    public double getSlowZone() {
        return slowZone;
    }

    /** Length of the slow zone, m. */
    @StringSetter("slowZone")
    public void setSlowZone(double value) {
        slowZone = value;
    }

    /** Desired speed in the slow zone, as a share, -. */
    @StringGetter("slowFactor")
    public double getSlowFactor() {
        return slowFactor;
    }

    /** Desired speed in the slow zone, as a share, -. */
    @StringSetter("slowFactor")
    public void setSlowFactor(double value) {
        slowFactor = value;
    }

    /** Length of the stop zone, m. */
    @StringGetter("stopZone")
    public double getStopZone() {
        return stopZone;
    }

    /** Length of the stop zone, m. */
    @StringSetter("stopZone")
    public void setStopZone(double value) {
        stopZone = value;
    }

    /** Iterations from one output of trajectories to the next; 0: never. */
    @StringGetter(TRAJECTORIES)
    public int getTrajectoriesInterval() {
        return trajectoriesInterval;
    }

    /** Iterations from one output of trajectories to the next; 0: never. */
    @StringSetter(TRAJECTORIES)
    public void setTrajectoriesInterval(int value) {
        trajectoriesInterval = value;
    }

    /** Time between two written positions, s. */
    @StringGetter(TRAJECTORY_PERIOD)
    public double getTrajectoryPeriod() {
        return trajectoryPeriod;
    }

    /** Time between two written positions, s. */
    @StringSetter(TRAJECTORY_PERIOD)
    public void setTrajectoryPeriod(double value) {
        trajectoryPeriod = value;
    }

    /** Whether the capacity report is written at the end. */
    @StringGetter(CAPACITY_REPORT)
    public boolean isCapacityReport() {
        return capacityReport;
    }

    /** Whether the capacity report is written at the end. */
    @StringSetter(CAPACITY_REPORT)
    public void setCapacityReport(boolean value) {
        capacityReport = value;
    }

    /** Whether vehicles may turn round wherever nothing forbids it. */
    @StringGetter(U_TURNS)
    public boolean isUTurns() {
        return uTurns;
    }

    /** Whether vehicles may turn round wherever nothing forbids it. */
    @StringSetter(U_TURNS)
    public void setUTurns(boolean value) {
        uTurns = value;
    }

    @StringGetter("warmStartBatches")
    private String getWarmStartBatches() {
        return ofTheLoop.getOrDefault(
                "warmStartBatches", ConfigParameters.text("warmStartBatches"));
    }

    @StringSetter("warmStartBatches")
    private void setWarmStartBatches(String value) {
        ofTheLoop.put("warmStartBatches", value);
    }

    @StringGetter("warmStartSaturationFlow")
    private String getWarmStartSaturationFlow() {
        return ofTheLoop.getOrDefault(
                "warmStartSaturationFlow", ConfigParameters.text("warmStartSaturationFlow"));
    }

    @StringSetter("warmStartSaturationFlow")
    private void setWarmStartSaturationFlow(String value) {
        ofTheLoop.put("warmStartSaturationFlow", value);
    }

    @StringGetter("warmStartAlpha")
    private String getWarmStartAlpha() {
        return ofTheLoop.getOrDefault("warmStartAlpha", ConfigParameters.text("warmStartAlpha"));
    }

    @StringSetter("warmStartAlpha")
    private void setWarmStartAlpha(String value) {
        ofTheLoop.put("warmStartAlpha", value);
    }

    @StringGetter("warmStartBeta")
    private String getWarmStartBeta() {
        return ofTheLoop.getOrDefault("warmStartBeta", ConfigParameters.text("warmStartBeta"));
    }

    @StringSetter("warmStartBeta")
    private void setWarmStartBeta(String value) {
        ofTheLoop.put("warmStartBeta", value);
    }

    @StringGetter("writeCheckpointInterval")
    private String getWriteCheckpointInterval() {
        return ofTheLoop.getOrDefault(
                "writeCheckpointInterval", ConfigParameters.text("writeCheckpointInterval"));
    }

    @StringSetter("writeCheckpointInterval")
    private void setWriteCheckpointInterval(String value) {
        ofTheLoop.put("writeCheckpointInterval", value);
    }

    @StringGetter("wrongRoutes")
    private String getWrongRoutes() {
        return ofTheLoop.getOrDefault("wrongRoutes", ConfigParameters.text("wrongRoutes"));
    }

    @StringSetter("wrongRoutes")
    private void setWrongRoutes(String value) {
        ofTheLoop.put("wrongRoutes", value);
    }

    @StringGetter("emissions")
    private String getEmissions() {
        return ofTheLoop.getOrDefault("emissions", ConfigParameters.text("emissions"));
    }

    @StringSetter("emissions")
    private void setEmissions(String value) {
        ofTheLoop.put("emissions", value);
    }

    @StringGetter("signalControl")
    private String getSignalControl() {
        return ofTheLoop.getOrDefault("signalControl", ConfigParameters.text("signalControl"));
    }

    @StringSetter("signalControl")
    private void setSignalControl(String value) {
        ofTheLoop.put("signalControl", value);
    }

    @StringGetter("agentMembers")
    private String getAgentMembers() {
        return ofTheLoop.getOrDefault("agentMembers", ConfigParameters.text("agentMembers"));
    }

    @StringSetter("agentMembers")
    private void setAgentMembers(String value) {
        ofTheLoop.put("agentMembers", value);
    }

    @StringGetter("agentPort")
    private String getAgentPort() {
        return ofTheLoop.getOrDefault("agentPort", ConfigParameters.text("agentPort"));
    }

    @StringSetter("agentPort")
    private void setAgentPort(String value) {
        ofTheLoop.put("agentPort", value);
    }

    @StringGetter("agentTimeout")
    private String getAgentTimeout() {
        return ofTheLoop.getOrDefault("agentTimeout", ConfigParameters.text("agentTimeout"));
    }

    @StringSetter("agentTimeout")
    private void setAgentTimeout(String value) {
        ofTheLoop.put("agentTimeout", value);
    }
}
