package org.chalaco.agents.coordination;

import static org.chalaco.agents.protocol.Performative.ACCEPT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.AGREE;
import static org.chalaco.agents.protocol.Performative.INFORM;
import static org.chalaco.agents.protocol.Performative.NOT_UNDERSTOOD;
import static org.chalaco.agents.protocol.Performative.PROPOSE;
import static org.chalaco.agents.protocol.Performative.REFUSE;
import static org.chalaco.agents.protocol.Performative.REJECT_PROPOSAL;
import static org.chalaco.agents.protocol.Performative.REQUEST;
import static org.chalaco.agents.protocol.Performative.SUBSCRIBE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chalaco.agents.coordination.IntersectionProfile.FeederProfile;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.Content.Absent;
import org.chalaco.agents.protocol.Content.CommonCycle;
import org.chalaco.agents.protocol.Content.CycleCall;
import org.chalaco.agents.protocol.Content.CycleKept;
import org.chalaco.agents.protocol.Content.DelayCurve;
import org.chalaco.agents.protocol.Content.Observation;
import org.chalaco.agents.protocol.Content.OffsetMove;
import org.chalaco.agents.protocol.Content.OffsetSet;
import org.chalaco.agents.protocol.Content.PlanQuestion;
import org.chalaco.agents.protocol.Content.PlanRequest;
import org.chalaco.agents.protocol.Content.Platoon;
import org.chalaco.agents.protocol.Content.PlatoonSubscription;
import org.chalaco.agents.protocol.Content.Reason;
import org.chalaco.agents.protocol.Content.TunedPlan;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.protocol.Performative;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.AgentRuntime;

/**
 * The agent of one signalised intersection.
 *
 * <p>A negotiation: it hears what was measured, wishes for a cycle when its zone calls, makes a
 * plan of the cycle that is accepted, tells its neighbours downstream of its platoons and those
 * upstream what theirs would wait, and then plays the {@link OffsetGame}: offers in one beat,
 * answers in the next, moves in the third. Whatever does not belong there is answered by {@code
 * not-understood} and changes nothing.
 */
final class IntersectionRole implements AgentRole {

    /** Beat of the first offers; see {@code docs/guide/agents.md}. */
    static final int FIRST_OFFER = 6;

    /** Beats of one round: offers, answers, moves. */
    static final int BEATS_PER_ROUND = 3;

    private final IntersectionProfile profile;
    private final Timetable timetable;
    private final PriorityDesk priorities;
    private final Set<String> subscribed = new TreeSet<>();
    private final Map<String, String> subscribers = new TreeMap<>();
    private final Set<String> absent = new TreeSet<>();
    private final Set<String> accepted = new HashSet<>();
    private OffsetGame game;
    private long delayBefore;
    private Reply out;

    IntersectionRole(IntersectionProfile profile) {
        this.profile = profile;
        timetable = new Timetable(profile);
        priorities = new PriorityDesk(profile);
    }

    /** What is said in one beat. */
    static final class Reply {
        private final String from;
        private final List<AgentMessage> said = new ArrayList<>();
        private boolean again;

        Reply(String from) {
            this.from = from;
        }

        void say(Performative performative, String to, Content content) {
            said.add(new AgentMessage(performative, from, to, content));
        }

        void notUnderstood(AgentMessage message, String why) {
            if (message.mayBeAnswered()) {
                say(NOT_UNDERSTOOD, message.sender(), new Reason(why));
            }
        }

        void again() {
            again = true;
        }

        Reaction reaction() {
            return new Reaction(said, again);
        }
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Reaction react(int beat, List<AgentMessage> heard) {
        out = new Reply(name());
        for (AgentMessage message : heard) {
            hear(beat, message);
        }
        priorities.answer(out);
        if (game != null && beat >= FIRST_OFFER) {
            play(beat);
        } else if (game != null) {
            out.again();
        }
        return out.reaction();
    }

    private void hear(int beat, AgentMessage message) {
        Content content = message.content();
        if (!Ontology.knows(message.performative(), content)) {
            out.notUnderstood(
                    message, "Nobody says that with " + message.performative().fipaName());
        } else if (content instanceof Observation observation) {
            begin(message, observation);
        } else if (content instanceof PlanQuestion) {
            conclude();
        } else if (content instanceof CycleCall) {
            wish(message);
        } else if (content instanceof CommonCycle cycle) {
            setCycle(message, cycle.cycle());
        } else if (content instanceof TunedPlan plan) {
            take(message, plan);
        } else if (content instanceof PlatoonSubscription subscription) {
            subscribe(message, subscription);
        } else if (content instanceof Absent gone) {
            forget(gone.agent());
        } else if (!priorities.hear(message)) {
            hearOfOffsets(beat, message);
        }
    }

    /** Tells the street what was agreed on; the negotiation is over. */
    private void conclude() {
        long delay = game == null ? 0 : game.delayHere();
        if (game != null) {
            timetable.setOffset(game.offset());
        }
        game = null;
        out.say(INFORM, AgentRuntime.STREET, timetable.plan(delay, delayBefore));
        delayBefore = 0;
    }

    private void hearOfOffsets(int beat, AgentMessage message) {
        Content content = message.content();
        if (content instanceof Platoon platoon) {
            answer(message, platoon);
        } else if (content instanceof DelayCurve curve) {
            addRoad(message, curve);
        } else if (content instanceof OffsetMove move) {
            consider(beat, message, move);
        } else if (content instanceof OffsetSet set) {
            if (game == null) {
                out.notUnderstood(message, "There is no negotiation on offsets.");
            } else {
                game.moved(message.sender(), set.offset());
            }
        } else if (message.performative() == REFUSE || !message.mayBeAnswered()) {
            // a refusal leaves everything as it is
            return;
        } else {
            out.notUnderstood(message, "That is not for an intersection.");
        }
    }

    // ------------------------------------------------------------ measured, cycle, plan

    private void begin(AgentMessage message, Observation observation) {
        if (!message.sender().equals(AgentRuntime.STREET) || !timetable.measured(observation)) {
            out.notUnderstood(message, "That was not measured here.");
            return;
        }
        game = null;
        delayBefore = 0;
        accepted.clear();
        if (!profile.library().isEmpty()) {
            out.say(
                    REQUEST,
                    profile.library(),
                    new PlanRequest(profile.system(), observation.time()));
        }
        profile.approaches().stream()
                .flatMap(approach -> approach.feeders().stream())
                .filter(feeder -> !subscribed.contains(key(feeder.neighbour(), feeder.exit())))
                .forEach(this::askForPlatoons);
    }

    private void askForPlatoons(FeederProfile feeder) {
        // asked once for an exit, however many of the approaches it leads to
        PlatoonSubscription subscription = new PlatoonSubscription(feeder.exit());
        AgentMessage question =
                new AgentMessage(SUBSCRIBE, name(), feeder.neighbour(), subscription);
        if (!out.said.contains(question)) {
            out.said.add(question);
        }
    }

    private static String key(String neighbour, String exit) {
        return neighbour + " " + exit;
    }

    private void subscribe(AgentMessage message, PlatoonSubscription subscription) {
        if (message.performative() == AGREE) {
            subscribed.add(key(message.sender(), subscription.exit()));
        } else if (profile.exits().contains(subscription.exit())) {
            subscribers.put(key(message.sender(), subscription.exit()), message.sender());
            out.say(AGREE, message.sender(), subscription);
        } else {
            out.say(REFUSE, message.sender(), new Reason("Nobody leaves onto that link."));
        }
    }

    private void wish(AgentMessage message) {
        if (!message.sender().equals(profile.zone())) {
            out.notUnderstood(message, "That is not my zone.");
            return;
        }
        timetable
                .wish()
                .ifPresentOrElse(
                        wish -> out.say(PROPOSE, message.sender(), wish),
                        () ->
                                out.say(
                                        REFUSE,
                                        message.sender(),
                                        new Reason("Nothing was measured here.")));
    }

    private void take(AgentMessage message, TunedPlan plan) {
        if (!message.sender().equals(profile.library()) || !timetable.take(plan)) {
            out.notUnderstood(message, "That plan does not fit.");
        }
    }

    private void setCycle(AgentMessage message, int common) {
        if (!message.sender().equals(profile.zone())) {
            out.notUnderstood(message, "That is not my zone.");
            return;
        }
        boolean in = message.performative() == ACCEPT_PROPOSAL && timetable.setCommon(common);
        if (!in) {
            timetable.setOwn();
            return;
        }
        out.say(INFORM, message.sender(), new CycleKept(timetable.cycle()));
        game =
                new OffsetGame(
                        name(),
                        common,
                        timetable.cycle(),
                        timetable.offset(),
                        profile.limits().threshold());
        absent.forEach(game::forget);
        timetable.tuned().ifPresent(plan -> game.allowOnly(plan.offset(), plan.offsetBound()));
        tellPlatoons();
    }

    private void tellPlatoons() {
        Map<String, Platoon> told = new TreeMap<>();
        subscribers.forEach(
                (key, subscriber) -> {
                    String exit = key.substring(subscriber.length() + 1);
                    Platoon platoon =
                            told.computeIfAbsent(
                                    exit,
                                    e ->
                                            new Platoon(
                                                    e,
                                                    game.cycle(),
                                                    game.offset(),
                                                    timetable.model(game.cycle()).departures(e)));
                    if (!absent.contains(subscriber)) {
                        out.say(INFORM, subscriber, platoon);
                    }
                });
    }

    private void forget(String agent) {
        absent.add(agent);
        if (game != null) {
            game.forget(agent);
        }
    }

    // ------------------------------------------------------------ platoons and offsets

    private void answer(AgentMessage message, Platoon platoon) {
        if (game == null || platoon.cycle() != game.cycle()) {
            out.notUnderstood(message, "That is not my cycle.");
            return;
        }
        Optional<DelayCurve> curve = curve(message.sender(), platoon);
        if (curve.isEmpty()) {
            out.notUnderstood(message, "Nobody comes from there.");
            return;
        }
        game.addHere(message.sender(), platoon.offset(), curve.get());
        out.say(INFORM, message.sender(), curve.get());
    }

    /** What a platoon waits on all approaches that it comes to. */
    private Optional<DelayCurve> curve(String neighbour, Platoon platoon) {
        long[] sum = null;
        for (int a = 0; a < profile.approaches().size(); a++) {
            for (FeederProfile feeder : profile.approaches().get(a).feeders()) {
                if (feeder.neighbour().equals(neighbour) && feeder.exit().equals(platoon.exit())) {
                    List<Long> delays = timetable.delays(game.cycle(), a, feeder, platoon.flow());
                    sum = sum == null ? new long[delays.size()] : sum;
                    for (int t = 0; t < sum.length; t++) {
                        sum[t] += delays.get(t);
                    }
                }
            }
        }
        if (sum == null) {
            return Optional.empty();
        }
        List<Long> delays = new ArrayList<>(sum.length);
        for (long delay : sum) {
            delays.add(delay);
        }
        return Optional.of(new DelayCurve(platoon.exit(), game.cycle(), game.offset(), delays));
    }

    private void addRoad(AgentMessage message, DelayCurve curve) {
        boolean mine = profile.exits().contains(curve.exit());
        if (game == null || !mine || curve.cycle() != game.cycle()) {
            out.notUnderstood(message, "I know nothing of that road.");
        } else {
            game.addThere(message.sender(), curve);
        }
    }

    private void consider(int beat, AgentMessage message, OffsetMove move) {
        boolean known = game != null && game.neighbours().contains(message.sender());
        boolean answers = phase(beat) == 1;
        if (!known) {
            out.notUnderstood(message, "We do not negotiate.");
        } else if (message.performative() == PROPOSE && answers) {
            boolean yes = game.accepts(message.sender(), move);
            out.say(yes ? ACCEPT_PROPOSAL : REJECT_PROPOSAL, message.sender(), move);
        } else if (message.performative() == ACCEPT_PROPOSAL
                && game.offered().filter(move::equals).isPresent()) {
            accepted.add(message.sender());
        } else if (message.performative() != REJECT_PROPOSAL) {
            out.notUnderstood(message, "That comes at the wrong time.");
        }
    }

    private static int phase(int beat) {
        return beat < FIRST_OFFER ? -1 : (beat - FIRST_OFFER) % BEATS_PER_ROUND;
    }

    private void play(int beat) {
        int round = (beat - FIRST_OFFER) / BEATS_PER_ROUND;
        if (beat == FIRST_OFFER) {
            delayBefore = game.delayHere();
        }
        if (round >= profile.limits().rounds() || game.neighbours().isEmpty()) {
            return;
        }
        switch (phase(beat)) {
            case 0 -> offer(round);
            case 2 -> move(round);
            default -> stayIfOffered();
        }
    }

    private void offer(int round) {
        accepted.clear();
        game.offer(round)
                .ifPresent(
                        move -> {
                            for (String neighbour : game.neighbours()) {
                                if (!absent.contains(neighbour)) {
                                    out.say(PROPOSE, neighbour, move);
                                }
                            }
                            out.again();
                        });
    }

    private void stayIfOffered() {
        if (game.offered().isPresent()) {
            out.again();
        }
    }

    private void move(int round) {
        if (game.offered().isEmpty()) {
            return;
        }
        long gain = game.offered().get().gain();
        if (game.move(accepted)) {
            OffsetSet set = new OffsetSet(game.offset(), gain, round);
            for (String neighbour : game.neighbours()) {
                if (!absent.contains(neighbour)) {
                    out.say(INFORM, neighbour, set);
                }
            }
        }
        // moved or not, it may want to offer again
        out.again();
    }
}
