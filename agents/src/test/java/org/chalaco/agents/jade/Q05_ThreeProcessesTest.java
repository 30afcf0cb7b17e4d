package org.chalaco.agents.jade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chalaco.agents.coordination.Avenue;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.NegotiationRecord.Outcome;
import org.chalaco.agents.coordination.Roles;
import org.chalaco.agents.coordination.Runs;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.InProcessRuntime;
import org.chalaco.mobsim.event.TrafficEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: agents spread over three processes decide as in one; when one process is
 * killed, its intersections go on with their last plans, the others negotiate on, the run comes to
 * its end and the record names who was lost.
 */
@Timeout(180)
class Q05_ThreeProcessesTest {

    private static final Map<String, Double> OFTEN = Map.of("every", 90.0);

    @TempDir Path folder;

    /** What each member process runs. */
    static final class Member {
        private Member() {}

        public static void main(String[] arguments) throws InterruptedException {
            JadeMember.join(
                            "127.0.0.1",
                            Integer.parseInt(arguments[0]),
                            5000,
                            new Roles(),
                            Roles.descriptions())
                    .awaitEnd();
        }
    }

    private Process member(int port) {
        try {
            Path output = Files.createTempFile(folder, "member", ".txt");
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Member.class.getName(),
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JadeRuntime begin(List<Process> members) {
        return JadeRuntime.begin(
                new JadeSettings(2, 0, 5000, 60_000),
                new Roles(),
                Roles.descriptions(),
                ConversationListener.NONE,
                port -> {
                    members.add(member(port));
                    members.add(member(port));
                });
    }

    @Test
    void oneOfThreeIsKilled() throws Exception {
        Avenue avenue = new Avenue(6, 1);
        List<Process> members = new ArrayList<>();
        List<TrafficEvent> there = new ArrayList<>();
        boolean[] killed = {false};
        NegotiatedControl control = Runs.control(avenue, begin(members), OFTEN);
        try {
            Runs.run(
                    avenue,
                    control,
                    500,
                    event -> {
                        there.add(event);
                        if (event.time() > 200 && !killed[0]) {
                            killed[0] = true;
                            members.get(0).destroyForcibly();
                        }
                    });
        } finally {
            control.close();
        }

        assertThat(killed[0]).isTrue();
        // six intersections on three places: two each
        assertThat(control.record().deadSince()).hasSize(2);
        assertThat(control.record().deadSince().values()).containsOnly(270.0);
        assertThat(control.record().fallbacks()).hasSize(2);
        assertThat(control.record().fallbacks().values()).allMatch(n -> n == 3);
        assertThat(control.record().outcomes())
                .filteredOn(o -> !control.record().fallbacks().containsKey(o.system()))
                .noneMatch(Outcome::fallback);
        assertThat(there.get(there.size() - 1).time()).isGreaterThan(490);
        sameAsInOneProcessUntilThen(avenue, there);
        assertThat(members.get(1).waitFor(30, TimeUnit.SECONDS)).as("the other ends").isTrue();
    }

    private static void sameAsInOneProcessUntilThen(Avenue avenue, List<TrafficEvent> there) {
        List<TrafficEvent> here = new ArrayList<>();
        Runs.run(
                avenue,
                Runs.control(avenue, InProcessRuntime.of(new Roles()), OFTEN),
                500,
                here::add);
        assertThat(there.stream().filter(e -> e.time() < 269).toList())
                .isEqualTo(here.stream().filter(e -> e.time() < 269).toList());
    }

    @Test
    void joiningNobodyOrAnotherMachineIsRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                JadeMember.join(
                                        "127.0.0.1", free, 100, new Roles(), Roles.descriptions()))
                .withMessageContaining("Nobody answers");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () ->
                                JadeMember.join(
                                        "192.0.2.1", 1, 100, new Roles(), Roles.descriptions()))
                .withMessageContaining("not this machine");
    }
}
