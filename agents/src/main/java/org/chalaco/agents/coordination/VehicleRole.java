package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.PROPOSE;
import static org.chalaco.agents.protocol.Performative.REQUEST;

import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content.Approaching;
import org.chalaco.agents.protocol.Content.GreenBid;
import org.chalaco.agents.protocol.Content.GreenCall;
import org.chalaco.agents.protocol.Content.GreenGrant;
import org.chalaco.agents.protocol.Content.GreenRequest;
import org.chalaco.agents.protocol.Content.Passed;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.AgentRuntime;

/** The agent of a vehicle that asks for green: a bus, or someone who comes to help. */
final class VehicleRole implements AgentRole {

    private final VehicleProfile profile;
    private Approaching ahead;

    VehicleRole(VehicleProfile profile) {
        this.profile = profile;
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Reaction react(int beat, List<AgentMessage> heard) {
        IntersectionRole.Reply out = new IntersectionRole.Reply(name());
        for (AgentMessage message : heard) {
            hear(message, out);
        }
        return out.reaction();
    }

    private void hear(AgentMessage message, IntersectionRole.Reply out) {
        boolean street = message.sender().equals(AgentRuntime.STREET);
        if (street && message.content() instanceof Approaching approaching) {
            ahead = approaching;
            out.say(
                    REQUEST,
                    ahead.agent(),
                    new GreenRequest(approaching.group(), approaching.seconds()));
        } else if (street && message.content() instanceof Passed && ahead != null) {
            out.say(INFORM, ahead.agent(), new Passed(ahead.group()));
            ahead = null;
        } else if (message.content() instanceof GreenCall && ahead != null) {
            out.say(
                    PROPOSE,
                    message.sender(),
                    new GreenBid(ahead.group(), ahead.seconds(), profile.weight()));
        } else if (!(message.content() instanceof GreenGrant)
                && !(message.content() instanceof Reason)) {
            out.notUnderstood(message, "That is not for a vehicle.");
        }
    }
}
