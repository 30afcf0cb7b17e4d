package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.REQUEST;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chalaco.agents.coordination.IntersectionProfile.ApproachProfile;
import org.chalaco.agents.coordination.NegotiationRecord.Outcome;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content.AgreedPlan;
import org.chalaco.agents.protocol.Content.Observation;
import org.chalaco.agents.protocol.Content.PlanQuestion;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationResult;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.signal.SignalControl;
import org.chalaco.mobsim.signal.SignalController;
import org.chalaco.mobsim.signal.SignalSystem;

/**
 * Signals whose agents negotiate cycle, greens and offsets at fixed times of the simulation, which
 * waits for them. Between two negotiations each intersection plays what it agreed to; one whose
 * agent does not answer goes on with its last plan, and the record says so.
 */
public final class NegotiatedControl implements SignalControl {

    private static final String LIBRARY = "library";

    /** Beats of a conversation beside the rounds on offsets. */
    private static final int OTHER_BEATS = IntersectionRole.FIRST_OFFER + 4;

    private final AgentRuntime runtime;
    private final NegotiationSettings settings;
    private final List<SignalSystem> systems;
    private final List<PlanPlayer> players = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final Map<String, Integer> systemOfAgent = new TreeMap<>();
    private final NegotiationRecord record = new NegotiationRecord();
    private final PriorityCalls calls;
    private double nextNegotiation = Double.NaN;

    /**
     * Makes the agents of these systems.
     *
     * @param library plans that intersections keep near to; empty: they negotiate freely
     * @param runtime where the agents live; closed with this
     */
    public NegotiatedControl(
            RoadNetwork network,
            List<SignalSystem> systems,
            NegotiationSettings settings,
            LibraryProfile library,
            AgentRuntime runtime) {
        this.runtime = runtime;
        this.settings = settings;
        this.systems = systems;
        List<SignalSystem> controlled = new ArrayList<>();
        for (SignalSystem system : systems) {
            controlled.add(isControlled(system) ? system : null);
        }
        Neighbourhood neighbourhood = new Neighbourhood(network, controlled);
        boolean tuned = !library.plans().isEmpty();
        if (tuned) {
            runtime.host(library.name(), library);
        }
        Map<String, List<IntersectionProfile>> members = new TreeMap<>();
        for (int s = 0; s < controlled.size(); s++) {
            players.add(null);
            if (controlled.get(s) != null) {
                IntersectionProfile profile =
                        new ProfileBuilder(
                                        network,
                                        neighbourhood,
                                        settings.limits(),
                                        s,
                                        controlled.get(s))
                                .build(tuned ? library.name() : "");
                members.computeIfAbsent(profile.zone(), z -> new ArrayList<>()).add(profile);
                players.set(s, player(network, profile, controlled.get(s)));
                systemOfAgent.put(profile.name(), s);
                runtime.host(profile.name(), profile);
            }
        }
        members.forEach(this::hostZone);
        calls = new PriorityCalls(runtime, settings.priority());
    }

    /** Whether there is anything to negotiate: two stages or more that its plan shows. */
    private static boolean isControlled(SignalSystem system) {
        return system.stages().size() >= 2
                && ProfileBuilder.stages(system).stages().size() >= 2
                && system.stages().containsAll(ProfileBuilder.stages(system).stages());
    }

    /** A library of no plans: agents negotiate freely. */
    public static LibraryProfile noLibrary() {
        return new LibraryProfile(LIBRARY, List.of());
    }

    /** A library of the plans that these systems have. */
    public static LibraryProfile libraryOf(
            List<SignalSystem> systems, NegotiationSettings settings) {
        List<LibraryProfile.LibraryPlan> plans = new ArrayList<>();
        for (SignalSystem system : systems) {
            var stages = ProfileBuilder.stages(system);
            if (stages.timed().isEmpty()) {
                continue;
            }
            int first = stages.timed().get(0).start();
            plans.add(
                    new LibraryProfile.LibraryPlan(
                            system.id(),
                            0,
                            Integer.MAX_VALUE,
                            stages.cycle(),
                            Math.floorMod(system.plan().offset() + first, stages.cycle()),
                            stages.timed().stream().map(t -> t.green()).toList(),
                            settings.offsetBound(),
                            settings.greenBound()));
        }
        return new LibraryProfile(LIBRARY, plans);
    }

    private static PlanPlayer player(
            RoadNetwork network, IntersectionProfile profile, SignalSystem system) {
        double[] freeSpeeds =
                profile.approaches().stream()
                        .map(ApproachProfile::link)
                        .mapToDouble(link -> network.freeSpeed(network.getLinkIndex(link)))
                        .toArray();
        return new PlanPlayer(profile, system, new FlowMeter(profile, freeSpeeds));
    }

    private void hostZone(String zone, List<IntersectionProfile> members) {
        int cycle = members.stream().mapToInt(IntersectionProfile::cycle).max().orElseThrow();
        zones.add(zone);
        runtime.host(
                zone,
                new ZoneProfile(
                        zone, members.stream().map(IntersectionProfile::name).toList(), cycle));
    }

    @Override
    public List<SignalController> controllers() {
        return Collections.unmodifiableList(players);
    }

    @Override
    public void secondBegins(double time) {
        if (Double.isNaN(nextNegotiation)) {
            nextNegotiation = time + settings.every();
        }
        if (time >= nextNegotiation) {
            nextNegotiation += settings.every();
            negotiate(time);
        }
        record.add(calls.serve(players, time, record::addGrant), time);
    }

    private void negotiate(double time) {
        record.addNegotiation();
        int now = (int) Math.floor(time);
        List<AgentMessage> first = new ArrayList<>();
        List<AgentMessage> questions = new ArrayList<>();
        systemOfAgent.forEach(
                (agent, s) -> {
                    PlanPlayer player = players.get(s);
                    if (player.meter().hasMeasured()) {
                        first.add(fromStreet(agent, observation(player, now)));
                        questions.add(
                                new AgentMessage(
                                        REQUEST,
                                        AgentRuntime.STREET,
                                        agent,
                                        new PlanQuestion(now)));
                    }
                });
        zones.forEach(
                zone ->
                        first.add(
                                new AgentMessage(
                                        REQUEST,
                                        AgentRuntime.STREET,
                                        zone,
                                        new PlanQuestion(now))));
        int most = OTHER_BEATS + settings.limits().rounds() * IntersectionRole.BEATS_PER_ROUND;
        record.add(runtime.converse(first, most), time);
        ConversationResult answers = runtime.converse(questions, 2);
        record.add(answers, time);
        take(answers, time);
    }

    private static AgentMessage fromStreet(String agent, Observation observation) {
        return new AgentMessage(INFORM, AgentRuntime.STREET, agent, observation);
    }

    private static Observation observation(PlanPlayer player, int now) {
        FlowMeter meter = player.meter();
        AgreedPlan plan = player.plan();
        Observation observation =
                new Observation(
                        now,
                        meter.flows(),
                        meter.queues(),
                        meter.saturations(),
                        meter.slowness(),
                        plan.cycle(),
                        plan.offset(),
                        plan.greens());
        meter.restart();
        return observation;
    }

    private void take(ConversationResult answers, double time) {
        Set<String> answered = new HashSet<>();
        for (AgentMessage message : answers.toStreet()) {
            Integer s = systemOfAgent.get(message.sender());
            if (s != null
                    && message.content() instanceof AgreedPlan plan
                    && answered.add(message.sender())) {
                players.get(s).play(plan);
            }
        }
        systemOfAgent.forEach(
                (agent, s) ->
                        record.add(
                                new Outcome(
                                        time,
                                        systems.get(s).id(),
                                        players.get(s).plan(),
                                        !answered.contains(agent))));
    }

    /** What came of it so far. */
    public NegotiationRecord record() {
        return record;
    }

    /** Agents by name, and the signal systems they control. */
    public Map<String, String> systemsOfAgents() {
        Map<String, String> names = new TreeMap<>();
        systemOfAgent.forEach((agent, s) -> names.put(agent, systems.get(s).id()));
        return names;
    }

    @Override
    public void close() {
        runtime.close();
    }

    @Override
    public String toString() {
        return "negotiated, " + runtime.description() + Arrays.asList(zones.size(), players.size());
    }
}
