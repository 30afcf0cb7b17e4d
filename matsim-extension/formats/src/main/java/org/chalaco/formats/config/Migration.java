package org.chalaco.formats.config;

import java.util.List;
import java.util.Set;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;

/**
 * What becomes of the parameters of MATSim's queue model in a microscopic run: the table of the
 * guide, and a warning where somebody asks for what a run of ours does not do.
 */
public final class Migration {

    /**
     * One parameter.
     *
     * @param module config module
     * @param name of the parameter
     * @param harmless values that ask for nothing special, in lower case; empty: any value
     * @param inRun what {@code chalaco run} makes of it
     * @param inPlugin what the plugin makes of it
     */
    public record Row(
            String module, String name, Set<String> harmless, String inRun, String inPlugin) {

        public Row {
            harmless = Set.copyOf(harmless);
        }

        /** Whether a value asks for something that a run of ours does not do. */
        boolean asksForMore(String value) {
            String text = value.strip().toLowerCase(java.util.Locale.ROOT);
            boolean none = text.isEmpty() || text.equals("null") || text.equals("undefined");
            return !none && !harmless.isEmpty() && !harmless.contains(text) && !isOne(text);
        }

        /** 1, 1.0 and 1.00 are one value. */
        private boolean isOne(String text) {
            return harmless.contains("1.0") && text.matches("1(\\.0*)?");
        }
    }

    private static final String READ = "read";
    private static final String MATSIM = "MATSim's, as ever";
    private static final String NO_QUEUE = "no effect: there is no queue to configure";
    private static final String DRAWING = "no effect";

    private static final List<Row> ROWS =
            List.of(
                    any("qsim", "startTime", READ, MATSIM),
                    any("qsim", "endTime", READ, MATSIM),
                    any("qsim", "simStarttimeInterpretation", "starts at startTime", MATSIM),
                    any("qsim", "simEndtimeInterpretation", "ends when all have arrived", MATSIM),
                    any(
                            "qsim",
                            "numberOfThreads",
                            "read; any number gives the same events",
                            "read; any number gives the same events"),
                    any("qsim", "mainMode", READ, "read: who else drives is teleported"),
                    any("qsim", "vehiclesSource", READ, MATSIM),
                    any(
                            "qsim",
                            "usePersonIdForMissingVehicleId",
                            "vehicles are named after person and mode",
                            MATSIM),
                    any(
                            "qsim",
                            "vehicleBehavior",
                            "read: teleport, wait, exception",
                            "read: teleport, wait, exception"),
                    only(
                            "qsim",
                            "flowCapacityFactor",
                            "1.0",
                            "use `chalaco.sampleFactor`",
                            "below 1 taken for `chalaco.sampleFactor` where that is 1"),
                    only(
                            "qsim",
                            "storageCapacityFactor",
                            "1.0",
                            "use `chalaco.sampleFactor`, which lengthens vehicles",
                            "use `chalaco.sampleFactor`, which lengthens vehicles"),
                    any(
                            "qsim",
                            "stuckTime",
                            "nobody is pushed into a full link; see `chalaco.reliefAfter`",
                            "nobody is pushed into a full link; see `chalaco.reliefAfter`"),
                    only(
                            "qsim",
                            "removeStuckVehicles",
                            "false",
                            "use `chalaco.reliefAfter`; each is counted",
                            "use `chalaco.reliefAfter`; each is counted"),
                    any(
                            "qsim",
                            "trafficDynamics",
                            "waves come from the drivers",
                            "waves come from the drivers"),
                    any("qsim", "inflowCapacitySetting", NO_QUEUE, NO_QUEUE),
                    only(
                            "qsim",
                            "linkDynamics",
                            "fifo",
                            "who is faster overtakes where there is a second lane",
                            "who is faster overtakes where there is a second lane"),
                    any("qsim", "seepMode", NO_QUEUE, NO_QUEUE),
                    any("qsim", "isSeepModeStorageFree", NO_QUEUE, NO_QUEUE),
                    any("qsim", "isRestrictingSeepage", NO_QUEUE, NO_QUEUE),
                    any(
                            "qsim",
                            "insertingWaitingVehiclesBeforeDrivingVehicles",
                            "who waits enters at the first safe gap",
                            "who waits enters at the first safe gap"),
                    any("qsim", "usingFastCapacityUpdate", NO_QUEUE, NO_QUEUE),
                    any("qsim", "pcuThresholdForFlowCapacityEasing", NO_QUEUE, NO_QUEUE),
                    any("qsim", "usingThreadpool", "no effect", "no effect"),
                    any(
                            "qsim",
                            "useLanes",
                            "lanes are read where `network.laneDefinitionsFile` names a file",
                            READ),
                    only(
                            "qsim",
                            "usingTravelTimeCheckInTeleportation",
                            "false",
                            "teleported trips take what was planned",
                            MATSIM),
                    only("qsim", "snapshotperiod", "00:00:00", "see the film in the report", READ),
                    any("qsim", "snapshotStyle", DRAWING, "vehicles are where they are"),
                    any("qsim", "filterSnapshots", DRAWING, MATSIM),
                    any("qsim", "linkWidth", DRAWING, MATSIM),
                    any("qsim", "nodeOffset", DRAWING, MATSIM),
                    any(
                            "network",
                            "timeVariantNetwork",
                            "read: speeds, lanes and closures; a capacity alone changes nothing, which is told",
                            "read: speeds, lanes and closures; a capacity alone changes nothing, which is told"),
                    any(
                            "transit",
                            "useTransit",
                            "read: the timetable is driven, passengers ride as their plans say; no routes are searched by it",
                            MATSIM));

    private Migration() {}

    private static Row any(String module, String name, String inRun, String inPlugin) {
        return new Row(module, name, Set.of(), inRun, inPlugin);
    }

    private static Row only(
            String module, String name, String harmless, String inRun, String inPlugin) {
        return new Row(module, name, Set.of(harmless), inRun, inPlugin);
    }

    /** All parameters, in the order of the guide. */
    public static List<Row> listAll() {
        return ROWS;
    }

    /** Warns of what a config asks for and a run of ours does not do. */
    static void warn(Config config, Problems problems) {
        for (Row row : ROWS) {
            config.module(row.module())
                    .find(row.name())
                    .filter(given -> row.asksForMore(given.value()))
                    .ifPresent(given -> problems.add(warning(config, row, given)));
        }
    }

    private static Problem warning(Config config, Row row, ConfigValue given) {
        return new Problem(
                ProblemType.NOT_OFFERED.id(),
                Severity.WARNING,
                config.file().toString(),
                given.line(),
                row.module() + "." + row.name(),
                given.value(),
                "The value (%s) of %s.%s has no effect here."
                        .formatted(given.value(), row.module(), row.name()),
                "Instead: " + row.inRun().replace("`", "") + ".");
    }
}
