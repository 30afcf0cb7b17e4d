package org.chalaco.agents.jade;

import jade.core.AID;
import jade.core.Agent;
import jade.lang.acl.ACLMessage;
import java.util.Optional;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.Content;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.protocol.InvalidMessageException;
import org.chalaco.agents.protocol.Ontology;
import org.chalaco.agents.protocol.Performative;

/**
 * Messages as JADE's, and back. The conversation and the beat in which a message is heard stand in
 * its conversation id, as {@code 12:7}.
 */
final class Wire {

    private static final ContentText TEXT = ContentText.ofMessages();

    private Wire() {}

    /** Names are given in full: JADE's short ones depend on which platform was begun last. */
    static AID aid(Agent me, String name) {
        String own = me.getAID().getName();
        return new AID(name + own.substring(own.lastIndexOf('@')), AID.ISGUID);
    }

    static String localName(AID aid) {
        String name = aid.getName();
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** The name under which a message is heard in a beat. */
    static String id(long conversation, int beat) {
        return conversation + ":" + beat;
    }

    static ACLMessage write(Agent me, AgentMessage message, String id) {
        ACLMessage acl = new ACLMessage(ACLMessage.getInteger(message.performative().fipaName()));
        acl.addReceiver(aid(me, message.receiver()));
        acl.setLanguage(Ontology.LANGUAGE);
        acl.setOntology(Ontology.NAME);
        acl.setProtocol(Ontology.protocol(message));
        acl.setConversationId(id);
        acl.setContent(TEXT.write((Record) message.content()));
        // posted by the sender's own thread: one hand-over less
        acl.addUserDefinedParameter(ACLMessage.SYNCH_DELIVERY, "true");
        return acl;
    }

    /** The content as text, as {@link #write} has it. */
    static String text(Content content) {
        return TEXT.write((Record) content);
    }

    /**
     * Reads a message.
     *
     * @throws InvalidMessageException whatever it is, if it is none of ours
     */
    static AgentMessage read(ACLMessage acl, String receiver) throws InvalidMessageException {
        if (acl.getSender() == null || !Ontology.NAME.equals(acl.getOntology())) {
            throw new InvalidMessageException("That is not our ontology.");
        }
        Optional<Performative> performative =
                Performative.find(ACLMessage.getPerformative(acl.getPerformative()));
        if (performative.isEmpty()) {
            throw new InvalidMessageException("Nobody says that here.");
        }
        Content content = (Content) TEXT.read(acl.getContent());
        return new AgentMessage(performative.get(), localName(acl.getSender()), receiver, content);
    }

    static AgentMessage read(Control.Line line) throws InvalidMessageException {
        Content content = (Content) TEXT.read(line.content());
        return new AgentMessage(
                Performative.find(line.performative())
                        .orElseThrow(() -> new InvalidMessageException(line.performative())),
                line.sender(),
                line.receiver(),
                content);
    }

    static ACLMessage control(Agent me, String to, Record content) {
        ACLMessage acl = new ACLMessage(ACLMessage.REQUEST);
        acl.addReceiver(aid(me, to));
        acl.setOntology(Control.ONTOLOGY);
        acl.setContent(Control.TEXT.write(content));
        return acl;
    }

    static boolean isControl(ACLMessage acl) {
        return Control.ONTOLOGY.equals(acl.getOntology());
    }

    /** Whether the platform itself says that somebody cannot be reached. */
    static boolean isFromPlatform(ACLMessage acl) {
        return acl.getSender() != null && localName(acl.getSender()).equals("ams");
    }
}
