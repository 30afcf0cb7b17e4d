package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.ACCEPT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.CFP;
import static org.chalaco.agents.protocol.Performative.REJECT_PROPOSAL;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Content.Absent;
import org.chalaco.agents.protocol.Content.CommonCycle;
import org.chalaco.agents.protocol.Content.CycleCall;
import org.chalaco.agents.protocol.Content.CycleWish;
import org.chalaco.agents.protocol.Content.PlanQuestion;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.runtime.AgentRole;

/**
 * The coordinator of a zone: calls for wishes and sets the common cycle to the longest that anyone
 * wishes for, because the busiest intersection needs it and the others can bear it, if need be at
 * half of it. A cycle that would change by less than a tenth stays; it goes half of any longer way.
 */
final class ZoneRole implements AgentRole {

    /** Beat of the call: one later than the street's, so that tuned plans have arrived by then. */
    private static final int CALL = 1;

    /** Beat in which all wishes have been heard. */
    private static final int DECISION = 3;

    private final ZoneProfile profile;
    private final TreeSet<String> members;
    private final Map<String, CycleWish> wishes = new TreeMap<>();
    private int cycle;
    private boolean calling;

    ZoneRole(ZoneProfile profile) {
        this.profile = profile;
        members = new TreeSet<>(profile.members());
        cycle = profile.cycle();
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
        if (calling && beat == CALL) {
            members.forEach(member -> out.say(CFP, member, new CycleCall(0)));
        } else if (calling && beat >= DECISION) {
            decide(out);
        }
        if (calling) {
            out.again();
        }
        return out.reaction();
    }

    private void hear(AgentMessage message, IntersectionRole.Reply out) {
        Content content = message.content();
        if (!Ontology.knows(message.performative(), content)) {
            out.notUnderstood(
                    message, "Nobody says that with " + message.performative().fipaName());
        } else if (content instanceof PlanQuestion) {
            wishes.clear();
            calling = true;
        } else if (content instanceof Absent gone) {
            members.remove(gone.agent());
        } else if (content instanceof CycleWish wish) {
            if (calling && members.contains(message.sender())) {
                wishes.put(message.sender(), wish);
            } else {
                out.notUnderstood(message, "Nobody called for that.");
            }
        }
    }

    private void decide(IntersectionRole.Reply out) {
        calling = false;
        if (wishes.isEmpty()) {
            return;
        }
        int longest = wishes.values().stream().mapToInt(CycleWish::wanted).max().orElseThrow();
        boolean exact = wishes.values().stream().allMatch(w -> w.shortest() == w.longest());
        int step = exact ? 1 : Timetable.CYCLE_STEP;
        int wanted = (longest + step - 1) / step * step;
        boolean bearable =
                wishes.values().stream().allMatch(w -> suits(w, cycle)) && cycle % step == 0;
        if (exact || !bearable) {
            cycle = wanted;
        } else if (Math.abs(wanted - cycle) * 10 >= cycle) {
            cycle = halfWay(wanted, step);
        }
        wishes.forEach(
                (member, wish) ->
                        out.say(
                                suits(wish, cycle) ? ACCEPT_PROPOSAL : REJECT_PROPOSAL,
                                member,
                                new CommonCycle(cycle)));
    }

    /** One measurement more or less must not throw everybody out of step. */
    private int halfWay(int wanted, int step) {
        int shortest = wishes.values().stream().mapToInt(CycleWish::shortest).max().orElseThrow();
        int half = ((cycle + wanted) / 2 + step - 1) / step * step;
        return Math.max(half, (shortest + step - 1) / step * step);
    }

    private static boolean suits(CycleWish wish, int cycle) {
        return cycle >= wish.shortest() && cycle <= wish.longest()
                || cycle % 2 == 0 && cycle / 2 >= wish.shortest() && cycle / 2 <= wish.longest();
    }
}
