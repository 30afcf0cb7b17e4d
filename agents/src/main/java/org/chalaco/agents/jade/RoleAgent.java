package org.chalaco.agents.jade;

import jade.core.Agent;
import jade.core.behaviours.CyclicBehaviour;
import jade.lang.acl.ACLMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.InvalidMessageException;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.Inbox;

/**
 * A role as a JADE agent: when it is woken for a beat it waits for all that was said to it, acts,
 * and sends what it says. Anything else that reaches it is answered by {@code not-understood} and
 * changes nothing.
 */
public final class RoleAgent extends Agent {

    private static final long serialVersionUID = 1;

    /** More messages than this are never kept for later. */
    private static final int MOST_KEPT = 10_000;

    /** How long to listen for one message before looking whether the beat is still open, ms. */
    private static final long LISTEN = 200;

    /** What an agent is told when a beat begins. */
    record Wake(long conversation, int beat, int messages, BeatGather gather) {}

    private transient AgentRole role;
    private final transient Map<String, List<AgentMessage>> heard = new HashMap<>();
    private int kept;

    /** For JADE, which makes it by name; arguments: the role, and a latch to count down. */
    public RoleAgent() {}

    @Override
    protected void setup() {
        role = (AgentRole) getArguments()[0];
        setEnabledO2ACommunication(true, 0);
        addBehaviour(new Listening(this));
        // what is put to an agent before it listens is lost without a word
        ((CountDownLatch) getArguments()[1]).countDown();
    }

    /** Wakes for beats; between them keeps what is said too early. */
    private static final class Listening extends CyclicBehaviour {

        private static final long serialVersionUID = 1;

        private final transient RoleAgent me;

        Listening(RoleAgent me) {
            super(me);
            this.me = me;
        }

        @Override
        public void action() {
            Object wake = me.getO2AObject();
            if (wake instanceof Wake beat) {
                me.act(beat);
                return;
            }
            ACLMessage message = me.receive();
            if (message != null) {
                me.keep(message);
            } else {
                block();
            }
        }
    }

    private void act(Wake wake) {
        String id = Wire.id(wake.conversation(), wake.beat());
        while (heard.getOrDefault(id, List.of()).size() < wake.messages()) {
            ACLMessage message = blockingReceive(LISTEN);
            if (message != null) {
                keep(message);
            } else if (wake.gather().isClosed()) {
                return;
            }
        }
        List<AgentMessage> inbox = heard.getOrDefault(id, List.of());
        forgetUntil(wake.conversation(), wake.beat());
        AgentRole.Reaction reaction = role.react(wake.beat(), Inbox.ordered(inbox));
        if (!wake.gather().begin(role.name())) {
            return;
        }
        String next = Wire.id(wake.conversation(), wake.beat() + 1);
        for (AgentMessage message : reaction.said()) {
            send(Wire.write(this, message, next));
        }
        wake.gather().done(role.name(), reaction);
    }

    private void forgetUntil(long conversation, int beat) {
        heard.keySet().removeIf(id -> !isLater(id, conversation, beat));
        kept = heard.values().stream().mapToInt(List::size).sum();
    }

    private static boolean isLater(String id, long conversation, int beat) {
        int colon = id.indexOf(':');
        long itsConversation = Long.parseLong(id.substring(0, colon));
        int itsBeat = Integer.parseInt(id.substring(colon + 1));
        return itsConversation > conversation || itsConversation == conversation && itsBeat > beat;
    }

    private void keep(ACLMessage acl) {
        if (Wire.isFromPlatform(acl)) {
            // that somebody cannot be reached is told by the street
            return;
        }
        try {
            AgentMessage message = Wire.read(acl, role.name());
            String id = acl.getConversationId();
            if (id == null || !id.matches("\\d{1,18}:\\d{1,9}") || kept >= MOST_KEPT) {
                throw new InvalidMessageException("That belongs to no beat.");
            }
            heard.computeIfAbsent(id, i -> new ArrayList<>()).add(message);
            kept++;
        } catch (InvalidMessageException e) {
            answerJunk(acl, e.getMessage());
        }
    }

    private void answerJunk(ACLMessage acl, String why) {
        boolean answerable =
                acl.getSender() != null
                        && acl.getPerformative() != ACLMessage.NOT_UNDERSTOOD
                        && acl.getPerformative() != ACLMessage.FAILURE;
        if (answerable) {
            ACLMessage answer = new ACLMessage(ACLMessage.NOT_UNDERSTOOD);
            answer.addReceiver(acl.getSender());
            answer.setOntology(Ontology.NAME);
            answer.setContent(Wire.text(new Content.Reason(String.valueOf(why))));
            send(answer);
        }
    }
}
