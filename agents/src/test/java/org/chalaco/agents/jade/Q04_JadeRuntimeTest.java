package org.chalaco.agents.jade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.agents.coordination.Avenue;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.Roles;
import org.chalaco.agents.coordination.Runs;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.agents.runtime.MessageLoss;
import org.chalaco.mobsim.event.TrafficEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE UNDER TEST: agents on JADE decide, bit for bit, what they decide in this process; one
 * that dies is noticed, its intersection goes on with its last plan, and the record says so.
 */
@Timeout(120)
class Q04_JadeRuntimeTest {

    private static final double END = 400;
    private static final Map<String, Double> OFTEN = Map.of("every", 90.0);

    private static JadeRuntime jade(ConversationListener listener, JadeSettings settings) {
        return JadeRuntime.begin(settings, new Roles(), Roles.descriptions(), listener, port -> {});
    }

    @Test
    void decidesBitForBitWhatAgentsInThisProcessDecide() {
        Avenue avenue = new Avenue(4, 2);
        List<String> saidThere = new ArrayList<>();
        List<String> saidHere = new ArrayList<>();
        List<TrafficEvent> eventsThere = new ArrayList<>();
        List<TrafficEvent> eventsHere = new ArrayList<>();

        NegotiatedControl there =
                Runs.control(
                        avenue,
                        jade(
                                (c, b, m) -> saidThere.add(c + " " + b + " " + m),
                                JadeSettings.IN_PROCESS),
                        OFTEN);
        Runs.run(avenue, there, END, eventsThere::add);
        there.close();
        NegotiatedControl here =
                Runs.control(
                        avenue,
                        new InProcessRuntime(
                                new Roles(),
                                (c, b, m) -> saidHere.add(c + " " + b + " " + m),
                                MessageLoss.NONE),
                        OFTEN);
        Runs.run(avenue, here, END, eventsHere::add);

        assertThat(saidHere).hasSizeGreaterThan(100);
        assertThat(saidThere).isEqualTo(saidHere);
        assertThat(there.record().outcomes()).isEqualTo(here.record().outcomes());
        assertThat(eventsThere).isEqualTo(eventsHere);
        assertThat(there.record().fallbacks()).isEmpty();
    }

    @Test
    void anAgentThatDiesLeavesItsIntersectionWithItsLastPlan() throws Exception {
        Avenue avenue = new Avenue(3, 1);
        JadeRuntime jade = jade(ConversationListener.NONE, JadeSettings.IN_PROCESS);
        NegotiatedControl control = Runs.control(avenue, jade, OFTEN);
        boolean[] killed = {false};

        Runs.run(
                avenue,
                control,
                END,
                event -> {
                    if (event.time() > 200 && !killed[0]) {
                        killed[0] = true;
                        kill(jade, "i0001");
                    }
                });
        control.close();

        assertThat(control.record().deadSince()).containsOnlyKeys("i0001");
        assertThat(control.record().deadSince().get("i0001")).isEqualTo(270.0);
        assertThat(control.record().fallbacks()).containsExactly(Map.entry("J1x0", 2));
        assertThat(control.record().outcomes())
                .filteredOn(o -> o.time() > 200 && !o.system().equals("J1x0"))
                .hasSize(4)
                .noneMatch(o -> o.fallback());
    }

    private static void kill(JadeRuntime jade, String agent) {
        try {
            jade.agent(agent).kill();
        } catch (jade.wrapper.ControllerException e) {
            throw new IllegalStateException(e);
        }
    }
}
