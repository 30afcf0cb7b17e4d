package org.chalaco.agents.jade;

import jade.core.Agent;
import jade.core.behaviours.CyclicBehaviour;
import jade.lang.acl.ACLMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.InvalidMessageException;
import org.chalaco.agents.protocol.Performative;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.ConversationResult;
import org.chalaco.agents.runtime.Inbox;

/**
 * The simulation as an agent: speaks for the street, keeps all agents in beat through the stewards
 * of their containers, and notices who is lost.
 */
public final class StreetAgent extends Agent {

    private static final long serialVersionUID = 1;

    /** Its name. */
    static final String NAME = AgentRuntime.STREET;

    /** What it is asked to do by the thread of the simulation. */
    record Call(
            List<AgentMessage> first,
            int mostBeats,
            CompletableFuture<ConversationResult> answer) {}

    /** Someone to be made. */
    record HostCall(String name, String description, CompletableFuture<String> answer) {}

    /** Someone to be let go. */
    record ReleaseCall(String name) {}

    /** The run is over. */
    record GoodbyeCall(CompletableFuture<String> answer) {}

    /** What it is given when it is made. */
    record Orders(
            JadeSettings settings,
            ConversationListener listener,
            CountDownLatch ready,
            CountDownLatch members) {}

    private transient Orders orders;
    private final transient TreeSet<String> stewards = new TreeSet<>();
    private final transient Map<String, String> stewardOf = new TreeMap<>();
    private final transient Map<String, List<AgentMessage>> heard = new HashMap<>();
    private final transient List<Record> control = new ArrayList<>();
    private final transient TreeSet<String> unreachable = new TreeSet<>();
    private final transient TreeSet<String> dead = new TreeSet<>();
    private int hosted;
    private long conversations;

    /** For JADE, which makes it by name; argument: its orders. */
    public StreetAgent() {}

    @Override
    protected void setup() {
        orders = (Orders) getArguments()[0];
        setEnabledO2ACommunication(true, 0);
        addBehaviour(new Serving(this));
        orders.ready().countDown();
    }

    /** Does what the simulation asks for, one thing after the other. */
    private static final class Serving extends CyclicBehaviour {

        private static final long serialVersionUID = 1;

        private final transient StreetAgent me;

        Serving(StreetAgent me) {
            super(me);
            this.me = me;
        }

        @Override
        public void action() {
            Object call = me.getO2AObject();
            if (call instanceof Call conversation) {
                me.converse(conversation);
            } else if (call instanceof HostCall host) {
                host.answer().complete(me.host(host));
            } else if (call instanceof ReleaseCall release) {
                me.release(release.name());
            } else if (call instanceof GoodbyeCall goodbye) {
                me.sayGoodbye();
                goodbye.answer().complete("");
            } else {
                ACLMessage message = me.receive();
                if (message == null) {
                    block();
                } else {
                    me.hear(message);
                    me.welcome();
                }
            }
        }
    }

    // ------------------------------------------------------------ agents

    /** Takes note of stewards that have joined. */
    private void welcome() {
        control.removeIf(
                record -> {
                    if (record instanceof Control.Joined joined) {
                        stewards.add(joined.steward());
                        orders.members().countDown();
                    }
                    return record instanceof Control.Joined;
                });
    }

    /** Why the agent could not be made, or an empty word. */
    private String host(HostCall call) {
        List<String> order = new ArrayList<>(stewards);
        // intersections go round; whoever serves all of them stays here
        boolean spread = call.name().startsWith("i") && order.size() > 1;
        String steward = spread ? order.get(hosted++ % order.size()) : JadeRuntime.MAIN_STEWARD;
        stewardOf.put(call.name(), steward);
        dead.remove(call.name());
        send(Wire.control(this, steward, new Control.Host(call.name(), call.description())));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(orders.settings().limit());
        while (System.nanoTime() < end) {
            listen(50);
            for (Record record : control) {
                if (record instanceof Control.Hosted answer && answer.name().equals(call.name())) {
                    control.remove(record);
                    return answer.problem();
                }
            }
        }
        return "Its container does not answer.";
    }

    private void release(String name) {
        String steward = stewardOf.remove(name);
        if (steward != null) {
            send(Wire.control(this, steward, new Control.Release(name)));
        }
    }

    // ------------------------------------------------------------ conversations

    private void converse(Call call) {
        try {
            call.answer().complete(new Conversation(call).run());
        } catch (RuntimeException e) {
            call.answer().completeExceptionally(e);
        }
    }

    /** One conversation, beat by beat. */
    private final class Conversation {

        private final long number = conversations++;
        private final Call call;
        private final List<AgentMessage> toStreet = new ArrayList<>();
        private final TreeSet<String> late = new TreeSet<>();
        private final TreeSet<String> newlyDead = new TreeSet<>();
        private TreeMap<String, Integer> expected = new TreeMap<>();
        private TreeSet<String> again = new TreeSet<>();
        private long said;
        private int beat;

        Conversation(Call call) {
            this.call = call;
        }

        ConversationResult run() {
            for (AgentMessage message : call.first()) {
                orders.listener().heard(number, -1, message);
                say(message, 0);
            }
            while (beat < call.mostBeats() && !(expected.isEmpty() && again.isEmpty())) {
                takeBeat();
            }
            heard.clear();
            return new ConversationResult(
                    Inbox.ordered(toStreet),
                    beat,
                    said,
                    0,
                    List.copyOf(late),
                    List.copyOf(newlyDead));
        }

        /** The street speaks to someone, who hears it in this beat. */
        private void say(AgentMessage message, int heardIn) {
            said++;
            if (!dead.contains(message.receiver()) && stewardOf.containsKey(message.receiver())) {
                send(Wire.write(StreetAgent.this, message, Wire.id(number, heardIn)));
                expected.merge(message.receiver(), 1, Integer::sum);
            }
        }

        private void takeBeat() {
            TreeMap<String, List<Control.Awaited>> byContainer = new TreeMap<>();
            again.forEach(agent -> expected.merge(agent, 0, Integer::sum));
            expected.forEach(
                    (agent, messages) -> {
                        String steward = stewardOf.get(agent);
                        if (steward != null && !dead.contains(agent) && !late.contains(agent)) {
                            byContainer
                                    .computeIfAbsent(steward, c -> new ArrayList<>())
                                    .add(new Control.Awaited(agent, messages));
                        }
                    });
            expected = new TreeMap<>();
            again = new TreeSet<>();
            byContainer.forEach(
                    (steward, agents) ->
                            send(
                                    Wire.control(
                                            StreetAgent.this,
                                            steward,
                                            new Control.Beat(number, beat, trace(), agents))));
            List<Control.BeatDone> done = gather(new TreeSet<>(byContainer.keySet()));
            done.forEach(this::take);
            tell(done);
            beat++;
        }

        private int trace() {
            return orders.listener() == ConversationListener.NONE ? 0 : 1;
        }

        /** Waits for the stewards; those who do not answer are dead with all their agents. */
        private List<Control.BeatDone> gather(TreeSet<String> missing) {
            List<Control.BeatDone> done = new ArrayList<>();
            // stewards wait for their agents that long, and then still have to tell
            long end =
                    System.nanoTime()
                            + TimeUnit.MILLISECONDS.toNanos(2 * orders.settings().limit() + 2000);
            while (!missing.isEmpty() && System.nanoTime() < end) {
                for (Control.BeatDone report : takeReports()) {
                    boolean ours = report.conversation() == number && report.beat() == beat;
                    if (ours && missing.remove(report.steward())) {
                        done.add(report);
                    }
                }
                missing.removeIf(
                        steward -> {
                            boolean lost = unreachable.contains(steward);
                            if (lost) {
                                bury(steward);
                            }
                            return lost;
                        });
                if (!missing.isEmpty()) {
                    listen(100);
                }
            }
            missing.forEach(this::bury);
            return done;
        }

        private void bury(String steward) {
            stewards.remove(steward);
            stewardOf.forEach(
                    (agent, its) -> {
                        if (its.equals(steward)) {
                            died(agent);
                        }
                    });
        }

        private void died(String agent) {
            if (dead.add(agent)) {
                newlyDead.add(agent);
                AgentMessage news =
                        new AgentMessage(
                                Performative.FAILURE, NAME, "all", new Content.Absent(agent));
                orders.listener().heard(number, beat, news);
                for (String other : stewardOf.keySet()) {
                    boolean lives = !dead.contains(other) && !other.startsWith("v");
                    if (lives && !other.equals(agent)) {
                        say(
                                new AgentMessage(
                                        Performative.FAILURE,
                                        NAME,
                                        other,
                                        new Content.Absent(agent)),
                                beat + 1);
                    }
                }
            }
        }

        private void take(Control.BeatDone report) {
            late.addAll(report.late());
            report.dead().forEach(this::died);
            for (Control.Sent sent : report.sent()) {
                said += sent.messages();
                if (sent.receiver().equals(NAME)) {
                    collect(sent.messages());
                } else if (stewardOf.containsKey(sent.receiver())) {
                    expected.merge(sent.receiver(), sent.messages(), Integer::sum);
                }
            }
            again.addAll(report.again());
        }

        /** Messages to the street are there, or on their way. */
        private void collect(int messages) {
            String id = Wire.id(number, beat + 1);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(orders.settings().limit());
            while (heard.getOrDefault(id, List.of()).size() < messages && System.nanoTime() < end) {
                listen(50);
            }
            List<AgentMessage> there = heard.getOrDefault(id, new ArrayList<>());
            for (int k = 0; k < Math.min(messages, there.size()); k++) {
                toStreet.add(there.get(k));
            }
            there.subList(0, Math.min(messages, there.size())).clear();
        }

        private void tell(List<Control.BeatDone> done) {
            List<AgentMessage> lines = new ArrayList<>();
            for (Control.BeatDone report : done) {
                for (Control.Line line : report.trace()) {
                    try {
                        lines.add(Wire.read(line));
                    } catch (InvalidMessageException e) {
                        throw new IllegalStateException("A steward tells nonsense.", e);
                    }
                }
            }
            Inbox.ordered(lines).forEach(line -> orders.listener().heard(number, beat, line));
        }
    }

    private List<Control.BeatDone> takeReports() {
        List<Control.BeatDone> reports = new ArrayList<>();
        control.removeIf(
                record -> {
                    if (record instanceof Control.BeatDone report) {
                        reports.add(report);
                    }
                    return record instanceof Control.BeatDone;
                });
        return reports;
    }

    private void listen(long milliseconds) {
        ACLMessage message = blockingReceive(milliseconds);
        while (message != null) {
            hear(message);
            message = receive();
        }
        welcome();
    }

    private void hear(ACLMessage acl) {
        try {
            if (Wire.isFromPlatform(acl)) {
                noteUnreachable(acl);
            } else if (Wire.isControl(acl)) {
                control.add(Control.TEXT.read(acl.getContent()));
            } else {
                AgentMessage message = Wire.read(acl, NAME);
                heard.computeIfAbsent(
                                String.valueOf(acl.getConversationId()), i -> new ArrayList<>())
                        .add(message);
            }
        } catch (InvalidMessageException e) {
            // nobody has to answer to the street for nonsense; what is missing will be noticed
            return;
        }
    }

    private void noteUnreachable(ACLMessage failure) {
        String words = String.valueOf(failure.getContent());
        for (String steward : stewards) {
            if (words.contains(steward + "@")) {
                unreachable.add(steward);
            }
        }
    }

    /** Ends the other containers. */
    private void sayGoodbye() {
        for (String steward : stewards) {
            if (!steward.equals(JadeRuntime.MAIN_STEWARD)) {
                send(Wire.control(this, steward, new Control.Goodbye("The run is over.")));
            }
        }
    }
}
