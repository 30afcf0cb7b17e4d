package org.chalaco.app.check;

import org.chalaco.formats.Problem;
import org.chalaco.formats.Problem.Severity;

/** What may be wrong with files that are right one by one, or with the command itself. */
public enum CheckedProblem {
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
    NO_TRAFFIC("CH-CHK-001", "Nobody in the plans drives on the road."),
    MODE_NOT_ALLOWED("CH-CHK-002", "A route uses a link that is closed to its mode."),
    ROUTE_NOT_CONNECTED(
            "CH-CHK-003", "A route jumps: no lane leads from one of its links to the next."),
    TIMES("CH-CHK-004", "None of the plans' departures lies in the simulated time."),
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

    CheckedProblem(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The stable id, such as CH-CHK-008. */
    public String id() {
        return id;
    }

    /** What it means, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** This problem as an error. */
    public Problem error(String element, String value, String message, String remedy) {
        return new Problem(id, Severity.ERROR, "", 0, element, value, message, remedy);
    }

    /** This problem as a warning. */
    public Problem warning(String element, String value, String message, String remedy) {
        return new Problem(id, Severity.WARNING, "", 0, element, value, message, remedy);
    }
}
