package org.chalaco.formats.signals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chalaco.formats.InputLimits;
import org.chalaco.formats.NearestName;
import org.chalaco.formats.ProblemType;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinition;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.xml.XmlCursor;
import org.chalaco.formats.xml.XmlFile;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalHead;

/** The file of signal systems: where every signal stands and to whom it speaks. */
final class SystemElements {

    private final Map<String, SystemDraft> drafts;
    private final RoadNetwork network;
    private final LaneDefinitions lanes;
    private XmlCursor in;

    SystemElements(Map<String, SystemDraft> drafts, RoadNetwork network, LaneDefinitions lanes) {
        this.drafts = drafts;
        this.network = network;
        this.lanes = lanes;
    }

    void read(Path file, Problems problems) {
        XmlFile.read(
                file,
                "signalSystems",
                InputLimits.STANDARD,
                problems,
                cursor -> {
                    in = cursor;
                    in.children(this::readSystem);
                });
    }

    private void readSystem() {
        if (!in.name().equals("signalSystem")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        if (id == null) {
            return;
        }
        SystemDraft draft = new SystemDraft(id, in.line());
        if (drafts.putIfAbsent(id, draft) != null) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    id,
                    "The signal system (%s) is given twice.".formatted(id),
                    "");
        }
        in.children(
                () -> {
                    if (in.name().equals("signals")) {
                        in.children(() -> readSignal(draft));
                    } else {
                        in.unknownElement();
                    }
                });
    }

    private void readSignal(SystemDraft draft) {
        if (!in.name().equals("signal")) {
            in.unknownElement();
            return;
        }
        String id = in.require("id");
        String linkId = in.require("linkIdRef");
        int link = linkId == null ? RoadNetwork.NONE : network.findLink(linkId);
        if (linkId != null && link == RoadNetwork.NONE) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    linkId,
                    "The signal (%s) stands on the link (%s), which is not in the network."
                            .formatted(id, linkId),
                    NearestName.remedy(linkId, network.links().stream().map(Link::id).toList()));
        }
        Set<Integer> ownLanes = new TreeSet<>();
        Set<String> toLinks = new TreeSet<>();
        Set<String> ofLanes = new TreeSet<>();
        int onLink = link;
        in.children(
                () -> {
                    switch (in.name()) {
                        case "lane" -> readLane(onLink, ownLanes, ofLanes);
                        case "turningMoveRestrictions" ->
                                in.children(() -> readTurn(onLink, toLinks));
                        default -> in.unknownElement();
                    }
                });
        if (id == null || linkId == null) {
            return;
        }
        List<Integer> lanesFromKerb = new ArrayList<>(ownLanes);
        SignalHead head =
                new SignalHead(id, linkId, lanesFromKerb, toLinks.isEmpty() ? ofLanes : toLinks);
        if (draft.heads.putIfAbsent(id, head) != null) {
            in.error(
                    ProblemType.GIVEN_TWICE,
                    id,
                    "The signal (%s) is given twice in system (%s).".formatted(id, draft.id),
                    "");
        }
    }

    private void readLane(int link, Set<Integer> ownLanes, Set<String> toLinks) {
        String laneId = in.require("refId");
        if (laneId == null || link == RoadNetwork.NONE) {
            return;
        }
        String linkId = network.link(link).id();
        List<Integer> physical = lanes.physicalLanes(linkId, laneId, network.laneCount(link));
        if (physical.isEmpty()) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    laneId,
                    "The lane (%s) of link (%s) is not defined.".formatted(laneId, linkId),
                    lanes.isEmpty() ? "Maybe name the file network.laneDefinitionsFile?" : "");
            return;
        }
        ownLanes.addAll(physical);
        for (LaneDefinition lane : lanes.lanes().get(linkId)) {
            if (lane.id().equals(laneId)) {
                toLinks.addAll(lane.toLinkIds());
            }
        }
    }

    private void readTurn(int link, Set<String> toLinks) {
        String to = in.require("refId");
        if (to == null || link == RoadNetwork.NONE) {
            return;
        }
        int next = network.findLink(to);
        if (next == RoadNetwork.NONE || network.toJunction(link) != network.fromJunction(next)) {
            in.error(
                    ProblemType.UNKNOWN_REFERENCE,
                    to,
                    "A signal on link (%s) speaks to turns to (%s), which does not start where the link ends."
                            .formatted(network.link(link).id(), to),
                    "");
            return;
        }
        toLinks.add(to);
    }
}
