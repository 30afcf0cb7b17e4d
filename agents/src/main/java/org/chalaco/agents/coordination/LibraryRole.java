package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.REFUSE;
import static org.chalaco.agents.protocol.Performative.REQUEST;

import java.util.List;
import org.chalaco.agents.coordination.LibraryProfile.LibraryPlan;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content.PlanRequest;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.protocol.Content.TunedPlan;
import org.chalaco.agents.runtime.AgentRole;

/** The agent that hands out tuned plans to whoever asks. */
final class LibraryRole implements AgentRole {

    private final LibraryProfile profile;

    LibraryRole(LibraryProfile profile) {
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
            if (message.performative() == REQUEST
                    && message.content() instanceof PlanRequest request) {
                answer(message, request, out);
            } else {
                out.notUnderstood(message, "The library hands out plans.");
            }
        }
        return out.reaction();
    }

    private void answer(AgentMessage message, PlanRequest request, IntersectionRole.Reply out) {
        for (LibraryPlan plan : profile.plans()) {
            boolean now = request.time() >= plan.from() && request.time() < plan.until();
            if (plan.system().equals(request.system()) && now) {
                out.say(
                        INFORM,
                        message.sender(),
                        new TunedPlan(
                                plan.cycle(),
                                plan.offset(),
                                plan.greens(),
                                plan.offsetBound(),
                                plan.greenBound()));
                return;
            }
        }
        out.say(REFUSE, message.sender(), new Reason("There is no plan for that system and time."));
    }
}
