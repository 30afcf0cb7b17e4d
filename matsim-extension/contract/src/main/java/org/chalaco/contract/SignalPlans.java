package org.chalaco.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The signals of one intersection, written as the files of MATSim's signals contrib: one group per
 * link, three seconds of amber after every green.
 *
 * <pre>{@code
 * new SignalPlans().group("g", "2").plan("day", 60, 0).green("g", 0, 30).addTo(scenario)
 * }</pre>
 */
final class SignalPlans {

    /** Amber after every green, s. */
    static final int AMBER = 3;

    private static final String HEADER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <%s xmlns="http://www.matsim.org/files/dtd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.matsim.org/files/dtd http://www.matsim.org/files/dtd/%s.xsd">
            """;

    private final Map<String, String> linkOfGroup = new LinkedHashMap<>();
    private final StringBuilder plans = new StringBuilder();
    private int planCount;

    /** Adds a group with a head on a link. */
    SignalPlans group(String id, String link) {
        linkOfGroup.put(id, link);
        return this;
    }

    /** Begins a plan for the whole day. */
    SignalPlans plan(String id, int cycle, int offset) {
        return plan(id, "", cycle, offset);
    }

    /** Begins a plan for some hours of the day. */
    SignalPlans plan(String id, int cycle, int offset, double start, double stop) {
        String hours =
                "<start daytime=\"%s\"/><stop daytime=\"%s\"/>"
                        .formatted(Traveller.clock(start), Traveller.clock(stop));
        return plan(id, hours, cycle, offset);
    }

    private SignalPlans plan(String id, String hours, int cycle, int offset) {
        if (planCount++ > 0) {
            plans.append("</signalPlan>");
        }
        plans.append(
                "<signalPlan id=\"%s\">%s<cycleTime sec=\"%d\"/><offset sec=\"%d\"/>%n"
                        .formatted(id, hours, cycle, offset));
        return this;
    }

    /** When a group is green in the plan that was begun last, s of the cycle. */
    SignalPlans green(String group, int onset, int dropping) {
        plans.append(
                "<signalGroupSettings refId=\"%s\"><onset sec=\"%d\"/><dropping sec=\"%d\"/></signalGroupSettings>%n"
                        .formatted(group, onset, dropping));
        return this;
    }

    /** Puts the files into a scenario. */
    ScenarioFiles addTo(ScenarioFiles scenario) {
        return scenario.set("signalsystems", "useSignalsystems", "true")
                .set("signalsystems", "signalsystems", "signal_systems.xml")
                .set("signalsystems", "signalgroups", "signal_groups.xml")
                .set("signalsystems", "signalcontrol", "signal_control.xml")
                .set("signalsystems", "useAmbertimes", "true")
                .set("signalsystems", "ambertimes", "amber_times.xml")
                .file("signal_systems.xml", systems())
                .file("signal_groups.xml", groups())
                .file("signal_control.xml", control())
                .file("amber_times.xml", amber());
    }

    /** Adds clearance between two groups, s, and that the run must end where it is cut short. */
    static ScenarioFiles addClearance(
            ScenarioFiles scenario, String ending, String beginning, int s) {
        return scenario.set("signalsystems", "useIntergreentimes", "true")
                .set("signalsystems", "intergreentimes", "intergreen_times.xml")
                .set("signalsystems", "actionOnIntergreenViolation", "EXCEPTION")
                .file(
                        "intergreen_times.xml",
                        HEADER.formatted("intergreenTimes", "intergreenTimes_v1.0")
                                + """
                                <signalSystem refId="s"><endingSignalGroup refId="%s"><beginningSignalGroup refId="%s" timeSeconds="%d"/></endingSignalGroup></signalSystem>
                                </intergreenTimes>
                                """
                                        .formatted(ending, beginning, s));
    }

    private String systems() {
        StringBuilder text =
                new StringBuilder(HEADER.formatted("signalSystems", "signalSystems_v2.0"));
        text.append("<signalSystem id=\"s\"><signals>\n");
        linkOfGroup.forEach(
                (group, link) ->
                        text.append(
                                "<signal id=\"%s\" linkIdRef=\"%s\"/>%n".formatted(group, link)));
        return text.append("</signals></signalSystem>\n</signalSystems>\n").toString();
    }

    private String groups() {
        StringBuilder text =
                new StringBuilder(HEADER.formatted("signalGroups", "signalGroups_v2.0"));
        text.append("<signalSystem refId=\"s\">\n");
        for (String group : linkOfGroup.keySet()) {
            text.append(
                    "<signalGroup id=\"%s\"><signal refId=\"%s\"/></signalGroup>%n"
                            .formatted(group, group));
        }
        return text.append("</signalSystem>\n</signalGroups>\n").toString();
    }

    private String control() {
        return HEADER.formatted("signalControl", "signalControl_v2.0")
                + "<signalSystem refId=\"s\"><signalSystemController>\n"
                + "<controllerIdentifier>DefaultPlanbasedSignalSystemController</controllerIdentifier>\n"
                + plans
                + "</signalPlan>\n</signalSystemController></signalSystem>\n</signalControl>\n";
    }

    private static String amber() {
        return HEADER.formatted("amberTimes", "amberTimes_v1.0")
                + "<globalDefaults><redAmber seconds=\"0\"/><amber seconds=\"%d\"/></globalDefaults>%n</amberTimes>%n"
                        .formatted(AMBER);
    }
}
