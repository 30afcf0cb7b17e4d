package org.chalaco.app.agents;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chalaco.agents.coordination.LibraryProfile;
import org.chalaco.agents.coordination.NegotiatedControl;
import org.chalaco.agents.coordination.NegotiatedProvider;
import org.chalaco.agents.coordination.NegotiationSettings;
import org.chalaco.agents.coordination.Roles;
import org.chalaco.agents.jade.JadeRuntime;
import org.chalaco.agents.jade.JadeSettings;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalControllerProvider;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.tuning.problem.TimingRules;
import org.chalaco.tuning.problem.TunedIntersection;

/**
 * The signals of a run, day by day: plans, a controller, or agents that negotiate, on a platform
 * that lasts for the whole run. Close it when the run is over.
 */
public final class SignalRuns implements AutoCloseable {

    /** Time to wait for other processes, ms. */
    private static final long JOIN_LIMIT = 300_000;

    private final ControlChoice choice;
    private final RoadNetwork network;
    private final List<SignalSystem> systems;
    private final long seed;
    private final Path folder;
    private final PrintWriter say;
    private JadeRuntime platform;
    private AgentLog log;
    private ControlledDay day;

    /**
     * Signals of a run.
     *
     * @param signals all signal systems, with or without stages
     * @param seed of the run
     * @param folder where agents' files go
     * @param say where it is told how others join
     */
    public SignalRuns(
            ControlChoice choice,
            RoadNetwork network,
            List<SignalSystem> signals,
            long seed,
            Path folder,
            PrintWriter say) {
        this.choice = choice;
        this.network = network;
        this.seed = seed;
        this.folder = folder;
        this.say = say;
        systems = choice.isPlans() ? List.copyOf(signals) : withStages(network, signals);
    }

    /** Stages found in the plans, with minimum greens long enough for pedestrians. */
    public static List<SignalSystem> withStages(RoadNetwork network, List<SignalSystem> signals) {
        return signals.stream()
                .map(
                        system ->
                                system.withStages(
                                        TunedIntersection.of(
                                                        system,
                                                        network,
                                                        TimingRules.STANDARD,
                                                        TunedIntersection.Placement.FIXED)
                                                .stages()
                                                .stages()))
                .toList();
    }

    /** The systems as the mobsim is given them. */
    public List<SignalSystem> systems() {
        return systems;
    }

    /** The control of the next day; close it when the day is over. Empty: plans play. */
    public Optional<SignalControl> beginDay() {
        if (choice.isPlans()) {
            return Optional.empty();
        }
        SignalControllerProvider provider = choice.provider();
        if (!(provider instanceof NegotiatedProvider)) {
            day =
                    new ControlledDay(
                            provider.createAll(network, systems, choice.parameters(), seed),
                            Optional.empty(),
                            Optional.empty());
            return Optional.of(day);
        }
        try {
            closeLog();
            log = new AgentLog(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NegotiationSettings settings = NegotiationSettings.of(choice.parameters());
        LibraryProfile library =
                provider instanceof NegotiatedProvider.NearTuned
                        ? NegotiatedControl.libraryOf(systems, settings)
                        : NegotiatedControl.noLibrary();
        NegotiatedControl control =
                new NegotiatedControl(
                        network, systems, settings, library, new LentRuntime(platform()));
        day = new ControlledDay(control, Optional.of(control), Optional.of(log));
        return Optional.of(day);
    }

    private JadeRuntime platform() {
        if (platform == null) {
            int members = choice.settings().agentMembers();
            JadeSettings settings =
                    new JadeSettings(
                            members,
                            choice.settings().agentPort(),
                            1000L * choice.settings().agentTimeout(),
                            JOIN_LIMIT);
            platform =
                    JadeRuntime.begin(
                            settings,
                            new Roles(),
                            Roles.descriptions(),
                            (conversation, beat, message) -> log.heard(conversation, beat, message),
                            port -> tellPort(members, port));
        }
        return platform;
    }

    private void tellPort(int members, int port) {
        if (members > 0) {
            say.printf(
                    "Waiting for %d other processes: chalaco agents --join 127.0.0.1:%d%n",
                    members, port);
            say.flush();
        }
    }

    /** Writes what agents did on the last day, if there are any. */
    public void writeFiles() throws IOException {
        if (day != null && day.negotiated().isPresent() && log != null) {
            AgentFiles.write(folder, day.negotiated().get(), log, platform.description());
            log = null;
        }
    }

    /** What agents did on the last day in a sentence or two, if there are any. */
    public Optional<String> summary() {
        return day == null || day.negotiated().isEmpty()
                ? Optional.empty()
                : Optional.of(AgentFiles.summary(day.negotiated().get(), platform.description()));
    }

    private void closeLog() throws IOException {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    @Override
    public void close() {
        try {
            closeLog();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (platform != null) {
                platform.close();
            }
        }
    }
}
