package org.chalaco.formats;

import org.chalaco.formats.Problem.Severity;

/**
 * The kinds of problem of files, of files that do not fit together, and of a command; the ids are
 * stable and explained to users.
 */
public enum ProblemType {
    UNREADABLE("CH-XML-001", "The file is not there, is a folder or cannot be read."),
    CUT_OFF("CH-XML-002", "The file ends in the middle: a copy or download was interrupted."),
    MALFORMED("CH-XML-003", "The file is not well-formed XML."),
    OWN_ENTITIES("CH-XML-004", "The file uses XML entities, which are never resolved."),
    BEYOND_LIMIT("CH-XML-005", "The file is larger, deeper or denser than an input may be."),
    WRONG_ROOT("CH-XML-006", "The file holds something else: its outermost element is another."),
    UNKNOWN_ELEMENT("CH-XML-007", "An element is not part of the format and was left out."),
    MISSING_ATTRIBUTE("CH-XML-008", "A required attribute or element is missing."),
    NOT_A_NUMBER("CH-XML-009", "A number cannot be read, is not finite or is out of range."),
    NOT_A_TIME("CH-XML-010", "A time is neither hh:mm:ss nor seconds since midnight."),
    GIVEN_TWICE("CH-XML-011", "An id is given twice."),
    UNKNOWN_REFERENCE("CH-XML-012", "An id names something that is not there."),

    NETWORK_LINK("CH-NET-001", "A link or node has values that no road can have."),
    NETWORK_CONNECTION("CH-NET-002", "A lane connection cannot be built."),
    TURN_RESTRICTION("CH-NET-003", "A turn restriction cannot be read or cannot be represented."),
    NETWORK_CONTROL("CH-NET-004", "The control of a junction is unknown."),
    LANES("CH-LAN-001", "A lane definition does not fit its link."),

    PLAN_ORDER("CH-POP-001", "Activities and legs of a plan do not alternate."),
    NO_PLAN("CH-POP-002", "A person has no plan and was left out."),
    ROUTE_BROKEN("CH-POP-003", "A route does not hold together or misses its activities."),
    ROUTE_FORBIDDEN("CH-POP-004", "A route makes a turn that cannot be made; it was dropped."),
    ROUTE_KIND("CH-POP-005", "A kind of route is not understood; all of its routes are dropped."),
    NO_PLACE("CH-POP-006", "An activity or its facility has neither a link nor coordinates."),

    VEHICLE_TYPE("CH-VEH-001", "A vehicle type has values that no vehicle can have."),
    VEHICLE_SHARED(
            "CH-VEH-002",
            "A vehicle belongs to several persons; each of them drives one of that name."),

    SIGNAL_PLAN("CH-SIG-001", "A signal plan is impossible or not the only one."),
    SIGNAL_CONTROLLER("CH-SIG-002", "A signal controller is not of the fixed-time kind."),
    SIGNAL_GROUP("CH-SIG-003", "Signals and groups do not fit together."),
    SIGNAL_TIMES("CH-SIG-004", "Amber times differ within a system; one value was taken."),

    NETWORK_CHANGE("CH-CHG-001", "A change of the network cannot be used or changes nothing."),

    TRANSIT_ROUTE("CH-TRA-001", "A route of public transport cannot be driven as it is given."),
    TRANSIT_RIDE("CH-TRA-002", "A ride names a line or stop that nothing serves."),

    COUNT_VALUE("CH-CNT-001", "A count cannot be represented."),
    COUNT_PLACE("CH-CNT-002", "A count names a link or turn that the network does not have."),
    COUNT_CONTRADICTION("CH-CNT-003", "Counts of one place and time contradict each other."),
    COUNT_INTERVAL("CH-CNT-004", "An interval of a count is empty, or overlaps another one."),
    COUNT_CLEANED(
            "CH-CNT-005", "Readings of a sensor were dropped: a gap, a stuck or a double one."),
    COUNT_NOTHING("CH-CNT-006", "There is no count to fit demand to."),
    DEMAND_SETTING("CH-DEM-001", "A setting of the estimation cannot be used."),
    DEMAND_PRIOR("CH-DEM-002", "There is no demand to begin with."),

    OSM_DANGLING("CH-OSM-001", "A way names nodes that the file does not hold."),
    OSM_TAG("CH-OSM-002", "A tag of the map cannot be understood; the usual value was taken."),
    OSM_NOTHING("CH-OSM-003", "The file holds no road on which one could drive around."),
    OSM_RESTRICTION("CH-OSM-004", "A turn restriction cannot be represented and was left out."),
    OSM_PROJECTION("CH-OSM-005", "The reference system cannot be used for this map."),

    EVENT("CH-EVT-001", "An event lacks its type or time."),

    UNKNOWN_MODULE("CH-CFG-001", "A module is not known; it was kept but has no effect."),
    UNKNOWN_PARAMETER("CH-CFG-002", "A parameter is not known."),
    PARAMETER_VALUE("CH-CFG-003", "The value of a parameter cannot be used."),
    XINCLUDE("CH-CFG-004", "Other files are not included into a config."),
    MISSING_FILE("CH-CFG-005", "A file that the config names is not there."),
    NOT_OFFERED("CH-CFG-006", "A parameter of MATSim asks for what a run of ours does not do."),

    SETTING_FORM("CH-RUN-001", "A setting on the command line is not MODULE.PARAM=VALUE."),
    NO_SCENARIO("CH-RUN-002", "There is no scenario of this name and no such folder."),
    NO_CONFIG("CH-RUN-003", "The scenario folder holds no config file."),
    OUTPUT_EXISTS("CH-RUN-004", "The output folder may not be used under this overwrite policy."),
    UNKNOWN_VARIANT("CH-RUN-005", "The scenario has no variant of this name."),
    NOTHING_TO_RESUME("CH-RUN-006", "The output folder holds no state of a run to go on from."),
    OTHER_RUN("CH-RUN-007", "The run to go on from was made with other inputs or parameters."),
    NOT_AN_OUTPUT(
            "CH-RUN-008", "The folder is not the output of a run, or parts of it are missing."),
    UNKNOWN_CONVERSION("CH-RUN-009", "The file cannot be converted into this."),

    TUNING_MINIMUM("CH-TUN-001", "A green is shorter than its minimum."),
    TUNING_GROUP(
            "CH-TUN-002", "A plan or stage names a signal group that its system does not have."),
    TUNING_CYCLE("CH-TUN-003", "No allowed cycle holds the minimum greens and intergreens."),
    TUNING_NOTHING("CH-TUN-004", "There is no signal with two stages or more to tune."),
    TUNING_SEQUENCE("CH-TUN-005", "A plan is no sequence of stages; the search begins near it."),
    TUNING_WINDOW("CH-TUN-006", "The time that is to count cannot be used."),
    TUNING_SETTING("CH-TUN-007", "A setting of the search cannot be used."),
    TUNING_NAME("CH-TUN-008", "There is no search method or objective of this name."),
    TUNING_OTHER("CH-TUN-009", "The saved search is another one."),
    TUNING_NOT_SAVED("CH-TUN-010", "There is no saved search to go on with."),
    TUNING_PLACE("CH-TUN-011", "A signal cannot be removed or added there."),
    TUNING_PLANS("CH-TUN-012", "A file holds no plans that can be compared."),

    COMPARISON_STRATEGY("CH-CMP-001", "There is no strategy of this name."),
    COMPARISON_PARAMETER("CH-CMP-002", "A parameter of a strategy is unknown or out of range."),
    COMPARISON_SIGNALS("CH-CMP-003", "A strategy cannot control signals of a scenario."),
    COMPARISON_PLANS("CH-CMP-004", "A file holds no plans for a scenario."),
    COMPARISON_OTHER("CH-CMP-005", "The output folder holds another comparison."),
    COMPARISON_SETTING("CH-CMP-006", "A setting of the comparison cannot be used."),

    CAMERA_SITE("CH-VIS-001", "A camera's site file cannot be used."),
    VIDEO("CH-VIS-002", "A video cannot be read, or needs a program that is not there."),
    CAMERA_TRUTH("CH-VIS-003", "A file of crossings marked by hand cannot be read."),
    DETECTION_MODEL("CH-VIS-004", "A detection network or its descriptor cannot be used."),

    FILM_TIME("CH-FLM-001", "The film is not within the time of the run."),
    FILM_PLACE("CH-FLM-002", "There is no junction of this name to be filmed."),
    FILM_SETTING("CH-FLM-003", "A setting of the film cannot be used."),

    IMPORT_FORM(
            "CH-IMP-001",
            "A file to be imported is not what its format says: a value is missing or of another kind."),
    IMPORT_ROAD("CH-IMP-002", "A road, lane or turn to be imported cannot be built."),
    IMPORT_DEMAND("CH-IMP-003", "Trips to be imported cannot be driven."),
    IMPORT_SIGNAL("CH-IMP-004", "A signal to be imported cannot be used."),
    IMPORT_LEFT_OUT("CH-IMP-005", "Something was imported otherwise than it was, or left out."),

    NO_TRAFFIC("CH-CHK-001", "Nobody in the plans drives on the road."),
    MODE_NOT_ALLOWED("CH-CHK-002", "A route uses a link that is closed to its mode."),
    ROUTE_NOT_CONNECTED(
            "CH-CHK-003", "A route jumps: no lane leads from one of its links to the next."),
    NO_DEPARTURE("CH-CHK-004", "None of the plans' departures lies in the simulated time."),
    SIGNAL_LINK(
            "CH-CHK-005", "A signal stands at a link or movement that the network does not have."),
    PLAN_GROUP("CH-CHK-006", "A signal plan names a group that its system does not have."),
    ALWAYS_RED("CH-CHK-007", "A signal group is never green."),
    CONFLICTING_GREENS(
            "CH-CHK-008", "Two signal groups are green together and their movements cross."),
    SHORT_GREEN("CH-CHK-009", "A green is shorter than the minimum of its stage."),
    SHORT_INTERGREEN("CH-CHK-010", "A green starts before its intergreen is over.");

    private final String id;
    private final String meaning;

    ProblemType(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The stable id, such as CH-NET-001. */
    public String id() {
        return id;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** An error of no particular place in a file. */
    public Problem error(String element, String value, String message, String remedy) {
        return new Problem(id, Severity.ERROR, "", 0, element, value, message, remedy);
    }

    /** A warning of no particular place in a file. */
    public Problem warning(String element, String value, String message, String remedy) {
        return new Problem(id, Severity.WARNING, "", 0, element, value, message, remedy);
    }
}
