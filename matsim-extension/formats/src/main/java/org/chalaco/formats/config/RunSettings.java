package org.chalaco.formats.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chalaco.day2day.VehicleBehavior;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.formats.Problems;

/**
 * What a config says of a run besides the parameters of its parts, under MATSim's names.
 *
 * @param outputDirectory where results go, as in the config; relative to where the program runs, as
 *     in MATSim
 * @param overwriteFiles what happens to results that are already there
 * @param runId prefix of output files, or null
 * @param coordinateSystem of the network, such as EPSG:32718
 * @param mainModes modes simulated on the road
 * @param vehiclesSource where vehicles come from
 * @param emissions whether to count what vehicles emit
 * @param vehicleBehavior what drivers do whose vehicle is elsewhere
 * @param wrongRoutes what becomes of planned routes that do not hold together
 */
public record RunSettings(
        String outputDirectory,
        OverwriteFiles overwriteFiles,
        String runId,
        String coordinateSystem,
        Set<String> mainModes,
        VehiclesSource vehiclesSource,
        boolean emissions,
        VehicleBehavior vehicleBehavior,
        WrongRoutes wrongRoutes) {

    /** What happens to results that are already there, under MATSim's names. */
    public enum OverwriteFiles {
        /** The run does not start. */
        FAIL_IF_DIRECTORY_EXISTS("failIfDirectoryExists"),
        /** Files of the same name are replaced. */
        OVERWRITE_EXISTING_FILES("overwriteExistingFiles"),
        /** The folder is emptied first. */
        DELETE_DIRECTORY_IF_EXISTS("deleteDirectoryIfExists");

        private final String fileName;

        OverwriteFiles(String fileName) {
            this.fileName = fileName;
        }

        /** MATSim's name. */
        public String fileName() {
            return fileName;
        }
    }

    /** Where vehicles come from, under MATSim's names. */
    public enum VehiclesSource {
        /** Every vehicle is the standard car. */
        DEFAULT_VEHICLE("defaultVehicle"),
        /** The vehicle type whose id is the leg's mode. */
        MODE_VEHICLE_TYPES("modeVehicleTypesFromVehiclesData"),
        /** The vehicle of the person, as the vehicles file names it. */
        FROM_VEHICLES_DATA("fromVehiclesData");

        private final String fileName;

        VehiclesSource(String fileName) {
            this.fileName = fileName;
        }

        /** MATSim's name. */
        public String fileName() {
            return fileName;
        }
    }

    static final Parameter<String> OUTPUT_DIRECTORY =
            Parameter.text("outputDirectory", "./output", "Where results go.");
    static final Parameter<OverwriteFiles> OVERWRITE =
            Parameter.choice(
                    "overwriteFiles",
                    OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS,
                    Arrays.asList(OverwriteFiles.values()),
                    OverwriteFiles::fileName,
                    "What happens to results that are already there.");
    static final Parameter<String> RUN_ID =
            Parameter.text("runId", null, "Prefix of output files.");
    static final Parameter<String> COORDINATE_SYSTEM =
            Parameter.text("coordinateSystem", "Atlantis", "Coordinate system of the network.");
    static final Parameter<Set<String>> MAIN_MODES =
            Parameter.words("mainMode", Set.of("car"), "Modes simulated on the road.");
    static final Parameter<VehiclesSource> VEHICLES_SOURCE =
            Parameter.choice(
                    "vehiclesSource",
                    VehiclesSource.DEFAULT_VEHICLE,
                    Arrays.asList(VehiclesSource.values()),
                    VehiclesSource::fileName,
                    "Where vehicles come from.");

    static final Parameter<Boolean> EMISSIONS =
            Parameter.flag(
                    "emissions",
                    false,
                    "Whether to count what vehicles emit, by class, link and hour.");
    static final Parameter<VehicleBehavior> VEHICLE_BEHAVIOR =
            Parameter.choice(
                    "vehicleBehavior",
                    VehicleBehavior.TELEPORT,
                    Arrays.asList(VehicleBehavior.values()),
                    VehicleBehavior::fileName,
                    "What a driver does whose vehicle is elsewhere: has it brought, waits for it, or ends the run.");
    static final Parameter<WrongRoutes> WRONG_ROUTES =
            Parameter.choice(
                    "wrongRoutes",
                    WrongRoutes.REFUSE,
                    Arrays.asList(WrongRoutes.values()),
                    rule -> rule.name().toLowerCase(Locale.ROOT),
                    "What becomes of a planned route that jumps or misses its activities: the scenario is refused, another route is computed, or its vehicle is removed where the route breaks off, as in MATSim.");

    static final ParameterTable CONTROLLER =
            new ParameterTable("controller", List.of(OUTPUT_DIRECTORY, OVERWRITE, RUN_ID));

    public RunSettings {
        mainModes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(mainModes));
    }

    /** The settings of a config; what cannot be used is reported. */
    public static RunSettings read(Config config, Problems problems) {
        ParameterReader controller = ParameterReader.of(config, "controller", problems);
        ParameterReader qsim = ParameterReader.of(config, "qsim", problems);
        ParameterReader global = ParameterReader.of(config, "global", problems);
        String runId = controller.get(RUN_ID);
        return new RunSettings(
                controller.get(OUTPUT_DIRECTORY),
                controller.get(OVERWRITE),
                runId == null || runId.isBlank() || runId.equals("null") ? null : runId,
                global.get(COORDINATE_SYSTEM),
                qsim.get(MAIN_MODES),
                qsim.get(VEHICLES_SOURCE),
                ParameterReader.of(config, MobsimConfig.MODULE, problems).get(EMISSIONS),
                qsim.get(VEHICLE_BEHAVIOR),
                ParameterReader.of(config, MobsimConfig.MODULE, problems).get(WRONG_ROUTES));
    }
}
