package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.ACCEPT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.AGREE;
import static org.chalaco.agents.protocol.Performative.CFP;
import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.REFUSE;
import static org.chalaco.agents.protocol.Performative.REJECT_PROPOSAL;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Content.GreenBid;
import org.chalaco.agents.protocol.Content.GreenCall;
import org.chalaco.agents.protocol.Content.GreenGrant;
import org.chalaco.agents.protocol.Content.GreenRequest;
import org.chalaco.agents.protocol.Content.Passed;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.runtime.AgentRuntime;

/**
 * Where vehicles ask an intersection for green. Those who all ask for the same group get it; if
 * they ask for different ones, they are called to bid, and the highest weight wins, then who is
 * there first, then the smaller name.
 */
final class PriorityDesk {

    /** Green that is left when the vehicle should be at the stop line, s. */
    private static final int MARGIN = 3;

    private final IntersectionProfile profile;
    private final Map<String, GreenRequest> requests = new TreeMap<>();
    private final Map<String, GreenBid> bids = new TreeMap<>();

    PriorityDesk(IntersectionProfile profile) {
        this.profile = profile;
    }

    /** Whether the message was for this desk. */
    boolean hear(AgentMessage message) {
        Content content = message.content();
        if (content instanceof GreenRequest request) {
            requests.put(message.sender(), request);
        } else if (content instanceof GreenBid bid) {
            bids.put(message.sender(), bid);
        } else {
            return content instanceof Passed;
        }
        return true;
    }

    /** Answers everything that was heard in this beat. */
    void answer(IntersectionRole.Reply out) {
        refuseUnknown(out);
        if (requests.values().stream().map(GreenRequest::group).distinct().count() > 1) {
            requests.keySet().forEach(vehicle -> out.say(CFP, vehicle, new GreenCall(0)));
        } else if (!requests.isEmpty()) {
            int latest = requests.values().stream().mapToInt(GreenRequest::seconds).max().orElse(0);
            GreenGrant grant = grant(requests.values().iterator().next().group(), latest);
            requests.keySet().forEach(vehicle -> out.say(AGREE, vehicle, grant));
            out.say(INFORM, AgentRuntime.STREET, grant);
        }
        requests.clear();
        decide(out);
    }

    private void refuseUnknown(IntersectionRole.Reply out) {
        requests.entrySet()
                .removeIf(
                        entry -> {
                            boolean unknown = !profile.groups().contains(entry.getValue().group());
                            if (unknown) {
                                out.say(REFUSE, entry.getKey(), new Reason("No such group."));
                            }
                            return unknown;
                        });
        bids.values().removeIf(bid -> !profile.groups().contains(bid.group()));
    }

    private GreenGrant grant(String group, int seconds) {
        return new GreenGrant(group, Math.min(seconds + MARGIN, profile.limits().extension()));
    }

    private void decide(IntersectionRole.Reply out) {
        if (bids.isEmpty()) {
            return;
        }
        // the map is sorted by name, and the first of equals is kept
        GreenBid best =
                bids.values().stream()
                        .max(
                                Comparator.comparingInt(GreenBid::weight)
                                        .thenComparingInt(bid -> -bid.seconds()))
                        .orElseThrow();
        String group =
                bids.values().stream()
                        .filter(bid -> bid.weight() == best.weight())
                        .filter(bid -> bid.seconds() == best.seconds())
                        .findFirst()
                        .orElseThrow()
                        .group();
        int latest =
                bids.values().stream()
                        .filter(bid -> bid.group().equals(group))
                        .mapToInt(GreenBid::seconds)
                        .max()
                        .orElse(0);
        GreenGrant grant = grant(group, latest);
        bids.forEach(
                (vehicle, bid) ->
                        out.say(
                                bid.group().equals(group) ? ACCEPT_PROPOSAL : REJECT_PROPOSAL,
                                vehicle,
                                grant));
        out.say(INFORM, AgentRuntime.STREET, grant);
        bids.clear();
    }
}
