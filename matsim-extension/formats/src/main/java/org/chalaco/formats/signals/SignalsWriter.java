package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.formats.xml.Times;
import org.chalaco.formats.xml.XmlOutput;
import org.chalaco.mobsim.signal.SignalGroup;
import org.chalaco.mobsim.signal.SignalHead;
import org.chalaco.mobsim.signal.SignalPlan.GroupGreen;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Writes MATSim's signal files; {@link SignalsReader} reads the same systems again, but for their
 * stages, which MATSim does not know.
 *
 * <p>A head that speaks to some lanes only refers to lane definitions, see {@link #linksWithLanes};
 * a group that is green twice in a cycle is written so, although MATSim takes only one green.
 */
public final class SignalsWriter {

    private final List<SignalSystem> systems;

    private SignalsWriter(List<SignalSystem> systems) {
        this.systems = systems;
    }

    /** Writes all files that are named; amber and intergreen times may be null. */
    public static void write(SignalFiles files, List<SignalSystem> systems) {
        SignalsWriter writer = new SignalsWriter(systems);
        writer.writeSystems(files.systems());
        writer.writeGroups(files.groups());
        writer.writeControl(files.control());
        if (files.amberTimes() != null) {
            writer.writeAmberTimes(files.amberTimes());
        }
        if (files.intergreenTimes() != null) {
            writer.writeIntergreens(files.intergreenTimes());
        }
    }

    /** Links whose lane definitions must be written beside the signals, see {@link LanesWriter}. */
    public static Set<String> linksWithLanes(List<SignalSystem> systems) {
        Set<String> links = new TreeSet<>();
        for (SignalSystem system : systems) {
            for (SignalGroup group : system.groups()) {
                for (SignalHead head : group.heads()) {
                    if (!head.lanes().isEmpty()) {
                        links.add(head.linkId());
                    }
                }
            }
        }
        return links;
    }

    // ---------------------------------------------------------------- heads and groups

    private void writeSystems(Path file) {
        try (XmlOutput out =
                XmlOutput.withSchema(file, "signalSystems", "signalSystems_v2.0.xsd")) {
            for (SignalSystem system : systems) {
                out.start("signalSystem").attribute("id", system.id()).start("signals");
                List<String> ids = headIds(system);
                int k = 0;
                for (SignalGroup group : system.groups()) {
                    for (SignalHead head : group.heads()) {
                        writeHead(out, ids.get(k++), head);
                    }
                }
                out.end().end();
            }
            out.commit();
        }
    }

    private static void writeHead(XmlOutput out, String id, SignalHead head) {
        out.start("signal").attribute("id", id).attribute("linkIdRef", head.linkId());
        for (int lane : head.lanes()) {
            out.start("lane").attribute("refId", LanesWriter.laneId(head.linkId(), lane)).end();
        }
        if (!head.toLinkIds().isEmpty()) {
            out.start("turningMoveRestrictions");
            for (String to : new TreeSet<>(head.toLinkIds())) {
                out.start("toLink").attribute("refId", to).end();
            }
            out.end();
        }
        out.end();
    }

    /** Ids of all heads, group by group, made different where a system uses one twice. */
    private static List<String> headIds(SignalSystem system) {
        List<String> ids = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (SignalGroup group : system.groups()) {
            for (SignalHead head : group.heads()) {
                String id = head.id();
                for (int n = 2; !used.add(id); n++) {
                    id = head.id() + "_" + n;
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private void writeGroups(Path file) {
        try (XmlOutput out = XmlOutput.withSchema(file, "signalGroups", "signalGroups_v2.0.xsd")) {
            for (SignalSystem system : systems) {
                out.start("signalSystem").attribute("refId", system.id());
                List<String> ids = headIds(system);
                int k = 0;
                for (SignalGroup group : system.groups()) {
                    out.start("signalGroup").attribute("id", group.id());
                    for (int n = 0; n < group.heads().size(); n++) {
                        out.start("signal").attribute("refId", ids.get(k++)).end();
                    }
                    out.end();
                }
                out.end();
            }
            out.commit();
        }
    }

    // ---------------------------------------------------------------- plans

    private void writeControl(Path file) {
        try (XmlOutput out =
                XmlOutput.withSchema(file, "signalControl", "signalControl_v2.0.xsd")) {
            for (SignalSystem system : systems) {
                out.start("signalSystem").attribute("refId", system.id());
                out.start("signalSystemController");
                out.start("controllerIdentifier").endWithText(ControlElements.FIXED_TIME);
                writePlan(out, system);
                out.end().end();
            }
            out.commit();
        }
    }

    private static void writePlan(XmlOutput out, SignalSystem system) {
        int cycle = system.plan().cycle();
        out.start("signalPlan").attribute("id", system.plan().id());
        out.start("start").attribute("daytime", Times.write(0)).end();
        out.start("stop").attribute("daytime", Times.write(0)).end();
        seconds(out, "cycleTime", cycle);
        seconds(out, "offset", Math.floorMod(system.plan().offset(), cycle));
        for (GroupGreen green : system.plan().greens()) {
            out.start("signalGroupSettings").attribute("refId", green.groupId());
            // MATSim's onset is that of red-amber.
            seconds(out, "onset", Math.floorMod(green.onset() - system.redAmber(), cycle));
            seconds(out, "dropping", Math.floorMod(green.dropping(), cycle));
            out.end();
        }
        out.end();
    }

    private static void seconds(XmlOutput out, String element, int value) {
        out.start(element).attribute("sec", value).end();
    }

    // ---------------------------------------------------------------- times

    private void writeAmberTimes(Path file) {
        try (XmlOutput out = XmlOutput.withSchema(file, "amberTimes", "amberTimes_v1.0.xsd")) {
            for (SignalSystem system : systems) {
                out.start("signalSystem").attribute("refId", system.id());
                out.start("systemDefaults");
                out.start("redAmber").attribute("seconds", system.redAmber()).end();
                out.start("amber").attribute("seconds", system.amber()).end();
                out.end().end();
            }
            out.commit();
        }
    }

    private void writeIntergreens(Path file) {
        try (XmlOutput out =
                XmlOutput.withSchema(file, "intergreenTimes", "intergreenTimes_v1.0.xsd")) {
            for (SignalSystem system : systems) {
                out.start("signalSystem").attribute("refId", system.id());
                system.intergreens()
                        .seconds()
                        .forEach(
                                (ending, row) -> {
                                    out.start("endingSignalGroup").attribute("refId", ending);
                                    for (String beginning : new TreeSet<>(row.keySet())) {
                                        out.start("beginningSignalGroup")
                                                .attribute("refId", beginning)
                                                .attribute("timeSeconds", row.get(beginning))
                                                .end();
                                    }
                                    out.end();
                                });
                out.end();
            }
            out.commit();
        }
    }
}
