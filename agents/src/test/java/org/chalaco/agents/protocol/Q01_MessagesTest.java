package org.chalaco.agents.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chalaco.agents.protocol.Content.AgreedPlan;
import org.chalaco.agents.protocol.Content.CycleWish;
import org.chalaco.agents.protocol.Content.DelayCurve;
import org.chalaco.agents.protocol.Content.Observation;
import org.chalaco.agents.protocol.Content.OffsetMove;
import org.chalaco.agents.protocol.Content.OffsetSet;
import org.chalaco.agents.protocol.Content.Platoon;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.protocol.Content.TunedPlan;
import org.chalaco.mobsim.traffic.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE UNDER TEST: every message can be written and read again unchanged, and whatever is not
 * exactly a message is refused without harm.
 */
class Q01_MessagesTest {

    private static final ContentText TEXT = ContentText.ofMessages();

    static Stream<Content> everyConcept() {
        List<Integer> flow = java.util.Collections.nCopies(30, 7);
        List<Long> delay = java.util.Collections.nCopies(30, 123_456_789_012L);
        return Stream.of(
                new Observation(
                        25_200,
                        List.of(100, 0),
                        List.of(3, 4),
                        List.of(1500, 0),
                        List.of(110),
                        60,
                        59,
                        List.of(20, 32)),
                new Content.PlanQuestion(25_200),
                new AgreedPlan(60, 0, List.of(20, 32), 17, 18),
                new Content.CycleCall(0),
                new CycleWish(70, 50, 120),
                new Content.CommonCycle(80),
                new Content.CycleKept(40),
                new Content.PlatoonSubscription("A1 - \"A2\" \\ (ñandú)"),
                new Platoon("A1-A2", 60, 10, flow),
                new DelayCurve("A1-A2", 60, 10, delay),
                new OffsetMove(34, 1200, 2),
                new OffsetSet(34, 1200, 2),
                new Content.PlanRequest("A1", 25_200),
                new TunedPlan(60, 5, List.of(20, 32), 10, 5),
                new Content.Approaching("i0001", "g", 12),
                new Content.GreenRequest("g", 12),
                new Content.GreenCall(0),
                new Content.GreenBid("g", 12, 1000),
                new Content.GreenGrant("g", 15),
                new Content.Passed("g"),
                new Reason("no\nreason"),
                new Content.Absent("i0003"));
    }

    @ParameterizedTest
    @MethodSource("everyConcept")
    void comesBackAsItWent(Content content) throws InvalidMessageException {
        assertThat(TEXT.read(TEXT.write((Record) content))).isEqualTo(content);
    }

    @Test
    void noConceptIsLeftOut() {
        List<Class<?>> tested = new ArrayList<>();
        everyConcept().forEach(content -> tested.add(content.getClass()));
        assertThat(tested).containsExactlyInAnyOrder(Content.class.getPermittedSubclasses());
        assertThat(Ontology.entries().stream().map(Ontology.Entry::concept).distinct().toList())
                .hasSameSizeAs(tested);
    }

    @Test
    void isWrittenAsInTheGuide() {
        assertThat(TEXT.write(new OffsetMove(34, 1200, 2)))
                .isEqualTo("(offset-move :offset 34 :gain 1200 :round 2)");
        assertThat(TEXT.write(new AgreedPlan(60, 4, List.of(20, 32), 9, 10)))
                .isEqualTo("(agreed-plan :cycle 60 :offset 4 :greens (20 32) :delay 9 :before 10)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "(",
                ")",
                "()",
                "offset-move",
                "(offset-move)",
                "(offset-move :offset 34 :gain 1200)",
                "(offset-move :gain 1200 :offset 34 :round 2)",
                "(offset-move :offset 34 :gain 1200 :round 2) more",
                "(offset-move :offset x :gain 1200 :round 2)",
                "(offset-move :offset 34 :gain 99999999999999999999 :round 2)",
                "(offset-move :offset 34 :gain -1 :round 2)",
                "(offset-move :offset 99999 :gain 1 :round 2)",
                "(offset-move :offset \"34\" :gain 1 :round 2)",
                "(reason :text unquoted)",
                "(reason :text \"never closed)",
                "(platoon :exit \"a\" :cycle 60 :offset 1 :flow (1 2 3))",
                "(platoon :exit \"a\" :cycle 60 :offset 60 :flow ())",
                "(agreed-plan :cycle 0 :offset 0 :greens () :delay 0 :before 0)",
                "(java.lang.Runtime :x 1)",
                "((((((((((((((((((((",
                "\u0000\uffff(reason"
            })
    void junkIsRefused(String junk) {
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> TEXT.read(junk));
    }

    @Test
    void nothingAtAllAndFarTooMuchAreRefused() {
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> TEXT.read(null));
        String long_ = "(reason :text \"" + "x".repeat(ContentText.LONGEST) + "\")";
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> TEXT.read(long_));
    }

    /** Whatever is changed, cut or put in: a message, or refused; never anything else. */
    @Test
    void damagedMessagesAreMessagesOrRefused() {
        int refused = 0;
        List<Content> all = everyConcept().toList();
        for (int seed = 0; seed < 4000; seed++) {
            RandomStream random = RandomStream.of(seed, 0, "damage");
            StringBuilder text =
                    new StringBuilder(TEXT.write((Record) all.get(random.nextInt(all.size()))));
            for (int k = 0; k <= random.nextInt(3); k++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(128));
                    default -> text.setCharAt(at, "() :\"9-a".charAt(random.nextInt(8)));
                }
            }
            try {
                assertThat(TEXT.read(text.toString())).isInstanceOf(Content.class);
            } catch (InvalidMessageException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(2000, 3999);
    }

    @Test
    void performativesAreKnownByTheirNames() {
        for (Performative performative : Performative.values()) {
            assertThat(Performative.find(performative.fipaName())).contains(performative);
        }
        assertThat(Performative.find("accept-proposal")).contains(Performative.ACCEPT_PROPOSAL);
        assertThat(Performative.find("propagate")).isEmpty();
    }
}
