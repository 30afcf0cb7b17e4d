package org.chalaco.agents.protocol;

import static org.chalaco.agents.protocol.Performative.ACCEPT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.AGREE;
import static org.chalaco.agents.protocol.Performative.CFP;
import static org.chalaco.agents.protocol.Performative.FAILURE;
import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.NOT_UNDERSTOOD;
import static org.chalaco.agents.protocol.Performative.PROPOSE;
import static org.chalaco.agents.protocol.Performative.REFUSE;
import static org.chalaco.agents.protocol.Performative.REJECT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.REQUEST;
import static org.chalaco.agents.protocol.Performative.SUBSCRIBE;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages that exist: which concept is said with which performative, in which FIPA protocol,
 * by whom to whom. Whatever is not in this table is not understood by anyone.
 */
public final class Ontology {

    /** Name of the ontology in every message. */
    public static final String NAME = "chalaco-signals";

    /** Name of the language of contents in every message. */
    public static final String LANGUAGE = "fipa-sl0";

    /** Who takes part. */
    public enum Part {
        /** The simulation, or a real street: measures and shows. */
        STREET,
        /** One signalised intersection. */
        INTERSECTION,
        /** Coordinator of a zone. */
        ZONE,
        /** Hands out tuned plans. */
        LIBRARY,
        /** A bus, or someone who comes to help. */
        VEHICLE,
        /** Any of them. */
        ANYONE
    }

    /**
     * A message that exists.
     *
     * @param concept its content
     * @param performative what it does
     * @param protocol of FIPA
     * @param from who says it
     * @param to whom
     * @param meaning one sentence
     */
    public record Entry(
            Class<? extends Content> concept,
            Performative performative,
            String protocol,
            Part from,
            Part to,
            String meaning) {}

    private static final String NET = "fipa-contract-net";
    private static final String ASK = "fipa-request";
    private static final String SUB = "fipa-subscribe";
    private static final String PRO = "fipa-propose";

    private static final List<Entry> ENTRIES =
            List.of(
                    entry(
                            Content.Observation.class,
                            INFORM,
                            SUB,
                            Part.STREET,
                            Part.INTERSECTION,
                            "what was measured since the last negotiation"),
                    entry(
                            Content.PlanQuestion.class,
                            REQUEST,
                            ASK,
                            Part.STREET,
                            Part.INTERSECTION,
                            "asks for the plan agreed on"),
                    entry(
                            Content.AgreedPlan.class,
                            INFORM,
                            ASK,
                            Part.INTERSECTION,
                            Part.STREET,
                            "the plan to play from the next cycle on"),
                    entry(
                            Content.PlanQuestion.class,
                            REQUEST,
                            ASK,
                            Part.STREET,
                            Part.ZONE,
                            "time for a common cycle"),
                    entry(
                            Content.CycleCall.class,
                            CFP,
                            NET,
                            Part.ZONE,
                            Part.INTERSECTION,
                            "calls for wishes"),
                    entry(
                            Content.CycleWish.class,
                            PROPOSE,
                            NET,
                            Part.INTERSECTION,
                            Part.ZONE,
                            "the cycle it would like, and its range"),
                    entry(
                            Content.Reason.class,
                            REFUSE,
                            NET,
                            Part.INTERSECTION,
                            Part.ZONE,
                            "has no wish this time"),
                    entry(
                            Content.CommonCycle.class,
                            ACCEPT_PROPOSAL,
                            NET,
                            Part.ZONE,
                            Part.INTERSECTION,
                            "the common cycle lies in your range: use it or its half"),
                    entry(
                            Content.CommonCycle.class,
                            REJECT_PROPOSAL,
                            NET,
                            Part.ZONE,
                            Part.INTERSECTION,
                            "the common cycle does not suit you: stay out"),
                    entry(
                            Content.CycleKept.class,
                            INFORM,
                            NET,
                            Part.INTERSECTION,
                            Part.ZONE,
                            "has made a plan of that cycle"),
                    entry(
                            Content.PlatoonSubscription.class,
                            SUBSCRIBE,
                            SUB,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "asks the one upstream for its platoons"),
                    entry(
                            Content.PlatoonSubscription.class,
                            AGREE,
                            SUB,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "will tell"),
                    entry(
                            Content.Reason.class,
                            REFUSE,
                            SUB,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "does not let anybody onto that link"),
                    entry(
                            Content.Platoon.class,
                            INFORM,
                            SUB,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "who leaves onto the link, in the course of a cycle"),
                    entry(
                            Content.DelayCurve.class,
                            INFORM,
                            SUB,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "what they wait there, by the difference of offsets"),
                    entry(
                            Content.OffsetMove.class,
                            PROPOSE,
                            PRO,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "offers to move; tells what both sides gain"),
                    entry(
                            Content.OffsetMove.class,
                            ACCEPT_PROPOSAL,
                            PRO,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "stands still so that the other may move"),
                    entry(
                            Content.OffsetMove.class,
                            REJECT_PROPOSAL,
                            PRO,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "moves itself: it gains more"),
                    entry(
                            Content.OffsetSet.class,
                            INFORM,
                            PRO,
                            Part.INTERSECTION,
                            Part.INTERSECTION,
                            "has moved"),
                    entry(
                            Content.PlanRequest.class,
                            REQUEST,
                            ASK,
                            Part.INTERSECTION,
                            Part.LIBRARY,
                            "asks for a tuned plan"),
                    entry(
                            Content.TunedPlan.class,
                            INFORM,
                            ASK,
                            Part.LIBRARY,
                            Part.INTERSECTION,
                            "the plan, and how far one may go from it"),
                    entry(
                            Content.Reason.class,
                            REFUSE,
                            ASK,
                            Part.LIBRARY,
                            Part.INTERSECTION,
                            "has no plan for that system"),
                    entry(
                            Content.Approaching.class,
                            INFORM,
                            SUB,
                            Part.STREET,
                            Part.VEHICLE,
                            "where the vehicle is"),
                    entry(
                            Content.GreenRequest.class,
                            REQUEST,
                            ASK,
                            Part.VEHICLE,
                            Part.INTERSECTION,
                            "asks for green"),
                    entry(
                            Content.GreenGrant.class,
                            AGREE,
                            ASK,
                            Part.INTERSECTION,
                            Part.VEHICLE,
                            "will have it"),
                    entry(
                            Content.Reason.class,
                            REFUSE,
                            ASK,
                            Part.INTERSECTION,
                            Part.VEHICLE,
                            "will not have it, and why"),
                    entry(
                            Content.GreenCall.class,
                            CFP,
                            NET,
                            Part.INTERSECTION,
                            Part.VEHICLE,
                            "several ask for different greens: what is it worth?"),
                    entry(
                            Content.GreenBid.class,
                            PROPOSE,
                            NET,
                            Part.VEHICLE,
                            Part.INTERSECTION,
                            "the bid"),
                    entry(
                            Content.GreenGrant.class,
                            ACCEPT_PROPOSAL,
                            NET,
                            Part.INTERSECTION,
                            Part.VEHICLE,
                            "won"),
                    entry(
                            Content.GreenGrant.class,
                            REJECT_PROPOSAL,
                            NET,
                            Part.INTERSECTION,
                            Part.VEHICLE,
                            "lost: that group gets green"),
                    entry(
                            Content.GreenGrant.class,
                            INFORM,
                            ASK,
                            Part.INTERSECTION,
                            Part.STREET,
                            "give or keep this group green"),
                    entry(
                            Content.Passed.class,
                            INFORM,
                            SUB,
                            Part.STREET,
                            Part.VEHICLE,
                            "the stop line lies behind"),
                    entry(
                            Content.Passed.class,
                            INFORM,
                            ASK,
                            Part.VEHICLE,
                            Part.INTERSECTION,
                            "needs the green no more"),
                    entry(
                            Content.Absent.class,
                            FAILURE,
                            SUB,
                            Part.STREET,
                            Part.ANYONE,
                            "an agent does not answer any more"),
                    entry(
                            Content.Reason.class,
                            NOT_UNDERSTOOD,
                            "any",
                            Part.ANYONE,
                            Part.ANYONE,
                            "what was said makes no sense, and why"));

    /** A kind of message; agents look up every message they hear. */
    private record Kind(Performative performative, Class<?> concept) {}

    private static final Set<Kind> KINDS =
            ENTRIES.stream()
                    .map(entry -> new Kind(entry.performative(), entry.concept()))
                    .collect(Collectors.toUnmodifiableSet());

    private Ontology() {}

    private static Entry entry(
            Class<? extends Content> concept,
            Performative performative,
            String protocol,
            Part from,
            Part to,
            String meaning) {
        return new Entry(concept, performative, protocol, from, to, meaning);
    }

    /** All messages that exist. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Whether this concept is ever said with this performative. */
    public static boolean knows(Performative performative, Content content) {
        return KINDS.contains(new Kind(performative, content.getClass()));
    }

    /** The FIPA protocol that such a message belongs to. */
    public static String protocol(AgentMessage message) {
        return ENTRIES.stream()
                .filter(e -> e.performative() == message.performative())
                .filter(e -> e.concept() == message.content().getClass())
                .map(Entry::protocol)
                .findFirst()
                .orElse("any");
    }
}
