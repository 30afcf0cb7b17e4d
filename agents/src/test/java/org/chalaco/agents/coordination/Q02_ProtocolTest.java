package org.chalaco.agents.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chalaco.agents.protocol.Performative.ACCEPT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.AGREE;
import static org.chalaco.agents.protocol.Performative.CFP;
import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.NOT_UNDERSTOOD;
import static org.chalaco.agents.protocol.Performative.PROPOSE;
import static org.chalaco.agents.protocol.Performative.REFUSE;
import static org.chalaco.agents.protocol.Performative.REJECT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.REQUEST;
import static org.chalaco.agents.protocol.Performative.SUBSCRIBE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Content.CommonCycle;
import org.chalaco.agents.protocol.Content.CycleWish;
import org.chalaco.agents.protocol.Content.GreenBid;
import org.chalaco.agents.protocol.Content.GreenGrant;
import org.chalaco.agents.protocol.Content.GreenRequest;
import org.chalaco.agents.protocol.Content.OffsetMove;
import org.chalaco.agents.protocol.Content.PlanQuestion;
import org.chalaco.agents.protocol.Content.PlanRequest;
import org.chalaco.agents.protocol.Content.PlatoonSubscription;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.protocol.Content.TunedPlan;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.protocol.Performative;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationResult;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.agents.runtime.MessageLoss;
import org.chalaco.mobsim.signal.SignalSystem;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: agents keep to their protocols: every message of the ontology is really said
 * in its place, and whatever comes out of place, from strangers, or with the wrong performative is
 * answered by {@code not-understood} and changes nothing.
 */
class Q02_ProtocolTest {

    private final List<AgentMessage> said = new ArrayList<>();

    private AgentRuntime runtime() {
        return new InProcessRuntime(new Roles(), (c, b, m) -> said.add(m), MessageLoss.NONE);
    }

    private static AgentRole intersection() {
        return new Roles().create(profile());
    }

    private static IntersectionProfile profile() {
        Avenue avenue = new Avenue(3, 1);
        NegotiationSettings settings = NegotiationSettings.of(java.util.Map.of());
        List<SignalSystem> systems = avenue.systems();
        return new ProfileBuilder(
                        avenue.network(),
                        new Neighbourhood(avenue.network(), systems),
                        settings.limits(),
                        1,
                        systems.get(1))
                .build("library");
    }

    private static List<AgentMessage> hear(AgentRole role, int beat, AgentMessage... messages) {
        return role.react(beat, Arrays.asList(messages)).said();
    }

    private static AgentMessage to(String sender, Performative performative, Content content) {
        return new AgentMessage(performative, sender, "i0001", content);
    }

    private static void assertNotUnderstood(List<AgentMessage> answer, String by) {
        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).performative()).isEqualTo(NOT_UNDERSTOOD);
        assertThat(answer.get(0).receiver()).isEqualTo(by);
        assertThat(answer.get(0).content()).isInstanceOf(Reason.class);
    }

    @Test
    void aNegotiationSaysEveryMessageOfItsProtocols() {
        Avenue avenue = new Avenue(4, 2);
        NegotiationSettings settings = NegotiationSettings.of(java.util.Map.of("every", 60.0));
        NegotiatedControl control =
                new NegotiatedControl(
                        avenue.network(),
                        avenue.systems(),
                        settings,
                        NegotiatedControl.libraryOf(avenue.systems(), settings),
                        runtime());
        Runs.run(avenue, control, 200, event -> {});

        for (Ontology.Entry entry : Ontology.entries()) {
            boolean priority =
                    entry.from() == Ontology.Part.VEHICLE || entry.to() == Ontology.Part.VEHICLE;
            boolean exception =
                    entry.performative() == REFUSE
                            || entry.performative() == NOT_UNDERSTOOD
                            || entry.concept() == Content.Absent.class
                            || entry.concept() == GreenGrant.class
                            || entry.concept() == CommonCycle.class
                                    && entry.performative() == REJECT_PROPOSAL;
            if (!priority && !exception) {
                assertThat(said)
                        .as("%s %s", entry.performative(), entry.concept().getSimpleName())
                        .anyMatch(
                                m ->
                                        m.performative() == entry.performative()
                                                && m.content().getClass() == entry.concept());
            }
        }
        assertThat(said).noneMatch(m -> m.performative() == NOT_UNDERSTOOD);
        assertThat(said).allMatch(m -> Ontology.knows(m.performative(), m.content()));
    }

    @Test
    void neighboursAreToldOfPlatoonsOnceTheyAsk() {
        AgentRole role = intersection();
        String exit = profile().exits().get(0);

        assertThat(hear(role, 0, to("i0000", SUBSCRIBE, new PlatoonSubscription(exit))))
                .containsExactly(
                        new AgentMessage(AGREE, "i0001", "i0000", new PlatoonSubscription(exit)));
        assertThat(hear(role, 0, to("i0000", SUBSCRIBE, new PlatoonSubscription("nowhere"))))
                .singleElement()
                .satisfies(m -> assertThat(m.performative()).isEqualTo(REFUSE));
    }

    @Test
    void aWrongPerformativeIsNotUnderstood() {
        assertNotUnderstood(
                hear(intersection(), 0, to("i0000", REQUEST, new OffsetMove(1, 1, 0))), "i0000");
        assertNotUnderstood(
                hear(intersection(), 0, to("z0000", INFORM, new CommonCycle(80))), "z0000");
    }

    @Test
    void strangersDoNotSetTheCycle() {
        AgentRole role = intersection();
        assertNotUnderstood(
                hear(role, 4, to("z9999", ACCEPT_PROPOSAL, new CommonCycle(80))), "z9999");
        assertNotUnderstood(hear(role, 1, to("mallory", CFP, new Content.CycleCall(0))), "mallory");
        assertNotUnderstood(
                hear(role, 2, to("mallory", INFORM, new TunedPlan(60, 0, List.of(26, 26), 5, 5))),
                "mallory");
    }

    @Test
    void offersBeforeAnyNegotiationAreNotUnderstood() {
        AgentRole role = intersection();
        assertNotUnderstood(
                hear(role, 7, to("i0000", PROPOSE, new OffsetMove(10, 500, 0))), "i0000");
        assertNotUnderstood(
                hear(role, 8, to("i0000", ACCEPT_PROPOSAL, new OffsetMove(10, 500, 0))), "i0000");
        assertNotUnderstood(
                hear(role, 9, to("i0000", INFORM, new Content.OffsetSet(10, 500, 0))), "i0000");
    }

    @Test
    void nobodyAnswersThatItWasNotUnderstood() {
        assertThat(hear(intersection(), 3, to("i0000", NOT_UNDERSTOOD, new Reason("what?"))))
                .isEmpty();
    }

    @Test
    void measurementsOfSomebodyElseAreNotTaken() {
        Content.Observation wrong =
                new Content.Observation(
                        0,
                        List.of(1, 2),
                        List.of(0, 0),
                        List.of(0, 0),
                        List.of(),
                        60,
                        0,
                        List.of(26, 26));
        assertNotUnderstood(
                hear(intersection(), 0, to(AgentRuntime.STREET, INFORM, wrong)),
                AgentRuntime.STREET);
    }

    @Test
    void theLibraryHandsOutWhatItHasAndRefusesWhatItHasNot() {
        AgentRole library =
                new Roles()
                        .create(
                                new LibraryProfile(
                                        "library",
                                        List.of(
                                                new LibraryProfile.LibraryPlan(
                                                        "J0",
                                                        0,
                                                        100,
                                                        60,
                                                        5,
                                                        List.of(26, 26),
                                                        8,
                                                        4))));
        assertThat(hear(library, 0, to("i0000", REQUEST, new PlanRequest("J0", 50))))
                .singleElement()
                .satisfies(
                        m ->
                                assertThat(m.content())
                                        .isEqualTo(new TunedPlan(60, 5, List.of(26, 26), 8, 4)));
        assertThat(hear(library, 0, to("i0000", REQUEST, new PlanRequest("J0", 100))))
                .singleElement()
                .satisfies(m -> assertThat(m.performative()).isEqualTo(REFUSE));
        assertNotUnderstood(hear(library, 0, to("i0000", REQUEST, new PlanQuestion(0))), "i0000");
    }

    @Test
    void aZoneTakesTheLongestWishAndToldThoseWhomItDoesNotSuit() {
        AgentRole zone =
                new Roles()
                        .create(new ZoneProfile("z0000", List.of("i0000", "i0001", "i0002"), 88));
        hear(zone, 0, new AgentMessage(REQUEST, AgentRuntime.STREET, "z0000", new PlanQuestion(0)));
        assertThat(hear(zone, 1)).hasSize(3).allMatch(m -> m.performative() == CFP);
        assertThat(hear(zone, 2)).isEmpty();
        List<AgentMessage> answers =
                hear(
                        zone,
                        3,
                        new AgentMessage(PROPOSE, "i0000", "z0000", new CycleWish(112, 40, 120)),
                        new AgentMessage(PROPOSE, "i0001", "z0000", new CycleWish(46, 40, 90)),
                        new AgentMessage(PROPOSE, "i0002", "z0000", new CycleWish(88, 88, 90)),
                        new AgentMessage(PROPOSE, "i0009", "z0000", new CycleWish(65, 60, 70)));

        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new AgentMessage(
                                NOT_UNDERSTOOD,
                                "z0000",
                                "i0009",
                                new Reason("Nobody called for that.")),
                        new AgentMessage(ACCEPT_PROPOSAL, "z0000", "i0000", new CommonCycle(100)),
                        new AgentMessage(ACCEPT_PROPOSAL, "z0000", "i0001", new CommonCycle(100)),
                        new AgentMessage(REJECT_PROPOSAL, "z0000", "i0002", new CommonCycle(100)));
    }

    @Test
    void oneWhoAsksForGreenGetsIt() {
        assertThat(hear(intersection(), 1, to("v000001", REQUEST, new GreenRequest("W", 9))))
                .containsExactly(
                        new AgentMessage(AGREE, "i0001", "v000001", new GreenGrant("W", 12)),
                        new AgentMessage(
                                INFORM, "i0001", AgentRuntime.STREET, new GreenGrant("W", 12)));
        assertThat(hear(intersection(), 1, to("v000001", REQUEST, new GreenRequest("none", 9))))
                .singleElement()
                .satisfies(m -> assertThat(m.performative()).isEqualTo(REFUSE));
    }

    @Test
    void ofSeveralTheHighestBidWins() {
        AgentRuntime runtime = runtime();
        runtime.host("i0001", profile());
        runtime.host("v000001", new VehicleProfile("v000001", 40));
        runtime.host("v000002", new VehicleProfile("v000002", 1000));
        ConversationResult result =
                runtime.converse(
                        List.of(
                                new AgentMessage(
                                        INFORM,
                                        AgentRuntime.STREET,
                                        "v000001",
                                        new Content.Approaching("i0001", "W", 3)),
                                new AgentMessage(
                                        INFORM,
                                        AgentRuntime.STREET,
                                        "v000002",
                                        new Content.Approaching("i0001", "N", 8))),
                        10);

        assertThat(result.toStreet())
                .singleElement()
                .satisfies(m -> assertThat(m.content()).isEqualTo(new GreenGrant("N", 11)));
        assertThat(said.stream().map(AgentMessage::performative).toList())
                .containsSubsequence(
                        INFORM,
                        REQUEST,
                        CFP,
                        CFP,
                        PROPOSE,
                        PROPOSE,
                        REJECT_PROPOSAL,
                        ACCEPT_PROPOSAL);
        assertThat(said.stream().map(AgentMessage::content).toList())
                .contains(new GreenBid("W", 3, 40), new GreenBid("N", 8, 1000));
    }
}
