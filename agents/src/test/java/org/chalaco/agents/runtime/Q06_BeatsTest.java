package org.chalaco.agents.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content.CommonCycle;
import org.chalaco.agents.protocol.Performative;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: conversations go in beats: what is said in one is heard in the next, by
 * sender; they end when nobody speaks or when they take too long; bad lines lose the same messages
 * every time.
 */
class Q06_BeatsTest {

    /** What an agent is told when it is made. */
    private record Talker(String name, List<String> others, int rounds) {}

    /** Says a number to all others, for some rounds, and remembers what it hears. */
    private static final class TalkingRole implements AgentRole {
        private final Talker talker;
        private final List<String> diary;

        TalkingRole(Talker talker, List<String> diary) {
            this.talker = talker;
            this.diary = diary;
        }

        @Override
        public String name() {
            return talker.name();
        }

        @Override
        public Reaction react(int beat, List<AgentMessage> heard) {
            for (AgentMessage message : heard) {
                diary.add(
                        "%s heard %s from %s in %d"
                                .formatted(
                                        name(),
                                        ((CommonCycle) message.content()).cycle(),
                                        message.sender(),
                                        beat));
            }
            if (beat >= talker.rounds()) {
                return Reaction.NONE;
            }
            List<AgentMessage> said = new ArrayList<>();
            for (String other : talker.others()) {
                said.add(message(name(), other, 20 + beat));
            }
            return new Reaction(said, false);
        }
    }

    private static AgentMessage message(String from, String to, int number) {
        return new AgentMessage(Performative.INFORM, from, to, new CommonCycle(number));
    }

    private static List<String> talk(MessageLoss loss, int rounds, int mostBeats) {
        List<String> diary = new ArrayList<>();
        InProcessRuntime runtime =
                new InProcessRuntime(
                        description -> new TalkingRole((Talker) description, diary),
                        ConversationListener.NONE,
                        loss);
        runtime.host("b", new Talker("b", List.of("a", "c", AgentRuntime.STREET), rounds));
        runtime.host("a", new Talker("a", List.of("b", "c"), rounds));
        runtime.host("c", new Talker("c", List.of("a", "b", "nobody"), rounds));
        ConversationResult result =
                runtime.converse(
                        List.of(
                                message("street", "a", 99),
                                message("street", "b", 98),
                                message("street", "c", 97)),
                        mostBeats);
        diary.add("beats " + result.beats() + ", said " + result.messages());
        result.toStreet().forEach(m -> diary.add("street heard " + m.sender()));
        return diary;
    }

    @Test
    void whatIsSaidInOneBeatIsHeardInTheNextBySender() {
        assertThat(talk(MessageLoss.NONE, 1, 10))
                .containsExactly(
                        "a heard 99 from street in 0",
                        "b heard 98 from street in 0",
                        "c heard 97 from street in 0",
                        "a heard 20 from b in 1",
                        "a heard 20 from c in 1",
                        "b heard 20 from a in 1",
                        "b heard 20 from c in 1",
                        "c heard 20 from a in 1",
                        "c heard 20 from b in 1",
                        "beats 2, said 11",
                        "street heard b");
    }

    @Test
    void whoNeverStopsIsSilenced() {
        assertThat(talk(MessageLoss.NONE, 1_000_000, 25)).contains("beats 25, said 203");
    }

    @Test
    void aBadLineLosesTheSameMessagesEveryTimeAndMoreTheWorseItIs() {
        int last = Integer.MAX_VALUE;
        for (double lost : new double[] {0, 0.1, 0.4, 1}) {
            List<String> once = talk(new MessageLoss(lost, 0.2, 3, 5), 6, 100);
            assertThat(talk(new MessageLoss(lost, 0.2, 3, 5), 6, 100)).isEqualTo(once);
            int heard = (int) once.stream().filter(line -> line.contains("from")).count();
            assertThat(heard).isLessThanOrEqualTo(last);
            last = heard;
        }
        assertThat(last).as("only the street is heard").isEqualTo(3);
    }

    @Test
    void lateMessagesAreHeardLater() {
        assertThat(talk(new MessageLoss(0, 1, 2, 1), 1, 10))
                .contains("a heard 20 from b in 3")
                .doesNotContain("a heard 20 from b in 1");
    }
}
