package org.chalaco.agents.jade;

import jade.core.Agent;
import jade.core.behaviours.CyclicBehaviour;
import jade.lang.acl.ACLMessage;
import jade.wrapper.AgentController;
import jade.wrapper.StaleProxyException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.protocol.InvalidMessageException;
import org.chalaco.agents.runtime.AgentRole;
import org.chalaco.agents.runtime.RoleFactory;

/**
 * Looks after the agents of one container: makes them, wakes them when a beat begins, and tells the
 * street what they have done, who is late and who is dead.
 */
public final class StewardAgent extends Agent {

    private static final long serialVersionUID = 1;

    /** How often to try to make an agent whose name is still taken. */
    private static final int ATTEMPTS = 400;

    /** What a steward is given when it is made. */
    record Orders(
            RoleFactory factory,
            ContentText descriptions,
            long limit,
            CountDownLatch ready,
            Runnable onGoodbye) {}

    private transient Orders orders;
    private final transient Map<String, AgentController> agents = new TreeMap<>();

    /** For JADE, which makes it by name; argument: its orders. */
    public StewardAgent() {}

    @Override
    protected void setup() {
        orders = (Orders) getArguments()[0];
        send(Wire.control(this, StreetAgent.NAME, new Control.Joined(getLocalName())));
        addBehaviour(new Serving(this));
        orders.ready().countDown();
    }

    /** Does what the street says, one thing after the other. */
    private static final class Serving extends CyclicBehaviour {

        private static final long serialVersionUID = 1;

        private final transient StewardAgent me;

        Serving(StewardAgent me) {
            super(me);
            this.me = me;
        }

        @Override
        public void action() {
            ACLMessage message = me.receive();
            if (message == null) {
                block();
            } else if (Wire.isControl(message)
                    && message.getSender() != null
                    && Wire.localName(message.getSender()).equals(StreetAgent.NAME)) {
                me.serve(message);
            }
        }
    }

    private void serve(ACLMessage message) {
        try {
            Record order = Control.TEXT.read(message.getContent());
            if (order instanceof Control.Host host) {
                send(Wire.control(this, StreetAgent.NAME, host(host)));
            } else if (order instanceof Control.Release release) {
                release(release.name());
            } else if (order instanceof Control.Beat beat) {
                send(Wire.control(this, StreetAgent.NAME, beat(beat)));
            } else if (order instanceof Control.Goodbye) {
                orders.onGoodbye().run();
            }
        } catch (InvalidMessageException e) {
            // not from our street: nothing is owed to it
            return;
        }
    }

    private Control.Hosted host(Control.Host host) {
        try {
            AgentRole role =
                    orders.factory().create(orders.descriptions().read(host.description()));
            CountDownLatch listening = new CountDownLatch(1);
            AgentController agent = create(host.name(), new Object[] {role, listening});
            if (!listening.await(orders.limit(), TimeUnit.MILLISECONDS)) {
                return new Control.Hosted(host.name(), "It does not begin to listen.");
            }
            agents.put(host.name(), agent);
            return new Control.Hosted(host.name(), "");
        } catch (StaleProxyException | InvalidMessageException | IllegalArgumentException e) {
            return new Control.Hosted(host.name(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Control.Hosted(host.name(), "The container ends.");
        }
    }

    /** One of the same name that was let go a moment ago may not be gone yet. */
    private AgentController create(String name, Object[] arguments)
            throws StaleProxyException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                AgentController agent =
                        getContainerController()
                                .createNewAgent(name, RoleAgent.class.getName(), arguments);
                agent.start();
                return agent;
            } catch (StaleProxyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(5);
            }
        }
    }

    private void release(String name) {
        AgentController agent = agents.remove(name);
        if (agent != null) {
            try {
                agent.kill();
            } catch (StaleProxyException e) {
                // gone already, which is what was wanted
                return;
            }
        }
    }

    private Control.BeatDone beat(Control.Beat beat) {
        TreeSet<String> names = new TreeSet<>();
        beat.agents().forEach(awaited -> names.add(awaited.agent()));
        BeatGather gather = new BeatGather(names);
        for (Control.Awaited awaited : beat.agents()) {
            AgentController agent = agents.get(awaited.agent());
            RoleAgent.Wake wake =
                    new RoleAgent.Wake(
                            beat.conversation(), beat.beat(), awaited.messages(), gather);
            try {
                if (agent == null) {
                    gather.died(awaited.agent());
                } else {
                    agent.putO2AObject(wake, AgentController.ASYNC);
                }
            } catch (StaleProxyException e) {
                agents.remove(awaited.agent());
                gather.died(awaited.agent());
            }
        }
        try {
            gather.await(orders.limit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return gather.report(getLocalName(), beat);
    }
}
