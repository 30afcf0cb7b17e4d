package org.chalaco.formats;

/** The kinds of problem an input file can have; the ids are stable and explained to users. */
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
    NO_PLACE("CH-POP-006", "An activity has neither a link nor coordinates."),

    VEHICLE_TYPE("CH-VEH-001", "A vehicle type has values that no vehicle can have."),

    SIGNAL_PLAN("CH-SIG-001", "A signal plan is impossible or not the only one."),
    SIGNAL_CONTROLLER("CH-SIG-002", "A signal controller is not of the fixed-time kind."),
    SIGNAL_GROUP("CH-SIG-003", "Signals and groups do not fit together."),
    SIGNAL_TIMES("CH-SIG-004", "Amber times differ within a system; one value was taken."),

    COUNT_VALUE("CH-CNT-001", "A count cannot be represented."),

    EVENT("CH-EVT-001", "An event lacks its type or time."),

    UNKNOWN_MODULE("CH-CFG-001", "A module is not known; it was kept but has no effect."),
    UNKNOWN_PARAMETER("CH-CFG-002", "A parameter is not known."),
    PARAMETER_VALUE("CH-CFG-003", "The value of a parameter cannot be used."),
    XINCLUDE("CH-CFG-004", "Other files are not included into a config."),
    MISSING_FILE("CH-CFG-005", "A file that the config names is not there.");

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
}
