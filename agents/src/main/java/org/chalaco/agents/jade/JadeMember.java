package org.chalaco.agents.jade;

import jade.core.Profile;
import jade.core.ProfileImpl;
import jade.core.Runtime;
import jade.wrapper.AgentController;
import jade.wrapper.ContainerController;
import jade.wrapper.StaleProxyException;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.runtime.RoleFactory;

/**
 * This process as a place where agents of another process's run live: it joins, is given agents,
 * and ends with the run.
 *
 * <p>JADE knows no passwords: whoever reaches its port may send agents and objects. So both sides
 * listen on the loopback address only, and objects of other than JADE's own and Java's plain types
 * are refused.
 */
public final class JadeMember {

    private static final Logger JADE_LOG = Logger.getLogger("jade");

    /** What may arrive as a serialised object. */
    private static final String FILTER = "maxdepth=40;jade.**;java.lang.*;java.util.*;!*";

    /** How often to look whether the run is still there, ms. */
    private static final long LOOK = 2000;

    private final ContainerController container;
    private final CountDownLatch over;
    private final int port;

    private JadeMember(ContainerController container, CountDownLatch over, int port) {
        this.container = container;
        this.over = over;
        this.port = port;
    }

    /**
     * Refuses objects that no agent needs, where JADE reads them; who else reads objects in this
     * process does it by rules of its own. Once per process, before anyone joins.
     */
    static void refuseForeignObjects() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter known = ObjectInputFilter.Config.createFilter(FILTER);
            ObjectInputFilter.Config.setSerialFilter(
                    object ->
                            isReadByJade()
                                    ? known.checkInput(object)
                                    : ObjectInputFilter.Status.UNDECIDED);
        }
    }

    private static boolean isReadByJade() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("jade.")));
    }

    /**
     * Joins a run.
     *
     * @param host of the run; must be this machine
     * @param port that the run said
     * @param limit real time after which an agent is late, ms
     * @throws IllegalArgumentException if the host is another machine
     * @throws IllegalStateException if nobody is there
     */
    public static JadeMember join(
            String host, int port, long limit, RoleFactory factory, ContentText descriptions) {
        checkLoopback(host);
        JADE_LOG.setLevel(Level.OFF);
        refuseForeignObjects();
        if (!isTaken(port)) {
            throw new IllegalStateException(
                    "Nobody answers at port (%d) of this machine.%nMaybe begin the run first, with --agents-members?"
                            .formatted(port));
        }
        ProfileImpl profile = JadeRuntime.plainProfile();
        String name = UUID.randomUUID().toString();
        profile.setParameter(Profile.MAIN, "false");
        profile.setParameter(Profile.MAIN_PORT, Integer.toString(port));
        profile.setParameter(Profile.LOCAL_PORT, Integer.toString(JadeRuntime.freePort(0)));
        profile.setParameter(Profile.CONTAINER_NAME, "member-" + name);
        ContainerController container = Runtime.instance().createAgentContainer(profile);
        if (container == null) {
            throw new IllegalStateException(
                    "The platform at port (%d) lets nobody join.".formatted(port));
        }
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        StewardAgent.Orders orders =
                new StewardAgent.Orders(factory, descriptions, limit, ready, over::countDown);
        try {
            AgentController steward =
                    container.createNewAgent(
                            JadeRuntime.STEWARD + "m-" + name,
                            StewardAgent.class.getName(),
                            new Object[] {orders});
            steward.start();
        } catch (StaleProxyException e) {
            throw new IllegalStateException("The platform lets nobody join.", e);
        }
        return new JadeMember(container, over, port);
    }

    private static void checkLoopback(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (IOException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "The host (%s) is not this machine: agents have no passwords, so they do not leave it."
                        .formatted(host));
    }

    /** Whether somebody holds the port; nobody is called, who would wonder about it. */
    private static boolean isTaken(int port) {
        try (ServerSocket free =
                new ServerSocket(port, 1, InetAddress.getByName(JadeRuntime.LOOPBACK))) {
            return !free.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** Waits until the run says goodbye or is gone. */
    public void awaitEnd() throws InterruptedException {
        while (!over.await(LOOK, TimeUnit.MILLISECONDS)) {
            if (!isTaken(port)) {
                break;
            }
        }
        close();
    }

    private void close() {
        try {
            container.kill();
        } catch (StaleProxyException e) {
            // gone already
        }
    }
}
