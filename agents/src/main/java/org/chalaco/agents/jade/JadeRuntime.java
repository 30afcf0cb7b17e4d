package org.chalaco.agents.jade;

import jade.core.Profile;
import jade.core.ProfileImpl;
import jade.core.Runtime;
import jade.wrapper.AgentController;
import jade.wrapper.ContainerController;
import jade.wrapper.ControllerException;
import jade.wrapper.StaleProxyException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.chalaco.agents.protocol.AgentMessage;
import org.chalaco.agents.protocol.ContentText;
import org.chalaco.agents.runtime.AgentRuntime;
import org.chalaco.agents.runtime.ConversationListener;
import org.chalaco.agents.runtime.ConversationResult;
import org.chalaco.agents.runtime.RoleFactory;

/**
 * Agents on a JADE platform inside this process, to which containers of other processes may join.
 * Without other processes no port is open. Several platforms may run in one process; each has a
 * name that no other has.
 */
public final class JadeRuntime implements AgentRuntime {

    /** The steward of the main container. */
    static final String MAIN_STEWARD = "steward-0-main";

    /** What the stewards of other containers begin with. */
    static final String STEWARD = "steward-";

    static final String LOOPBACK = "127.0.0.1";

    /** A platform that ends needs so long at most, ms. */
    private static final long END = 10_000;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger JADE_LOG = Logger.getLogger("jade");

    private final JadeSettings settings;
    private final ContentText descriptions;
    private final ContainerController container;
    private final AgentController street;
    private final int port;
    private final Path files;

    private JadeRuntime(
            JadeSettings settings,
            ContentText descriptions,
            ContainerController container,
            AgentController street,
            int port,
            Path files) {
        this.settings = settings;
        this.descriptions = descriptions;
        this.container = container;
        this.street = street;
        this.port = port;
        this.files = files;
    }

    /**
     * Begins a platform and waits for its members.
     *
     * @param factory makes agents
     * @param descriptions of agents as text
     * @param listener hears everything that is said
     * @param onPort told the port where members join, before they are waited for
     * @throws IllegalStateException if the platform does not begin or members do not come
     */
    public static JadeRuntime begin(
            JadeSettings settings,
            RoleFactory factory,
            ContentText descriptions,
            ConversationListener listener,
            IntConsumer onPort) {
        JADE_LOG.setLevel(Level.OFF);
        // read once by JADE, before the first platform of the process
        System.setProperty("jade.enable.multiple.platforms", "true");
        int port = settings.members() > 0 ? freePort(settings.port()) : 0;
        if (settings.members() > 0) {
            JadeMember.refuseForeignObjects();
        }
        Path files = platformFiles();
        ContainerController container =
                Runtime.instance().createMainContainer(profile(settings, port, files));
        if (container == null) {
            throw new IllegalStateException("The agents' platform does not begin.");
        }
        CountDownLatch ready = new CountDownLatch(2);
        CountDownLatch members = new CountDownLatch(settings.members() + 1);
        try {
            AgentController street =
                    container.createNewAgent(
                            AgentRuntime.STREET,
                            StreetAgent.class.getName(),
                            new Object[] {
                                new StreetAgent.Orders(settings, listener, ready, members)
                            });
            street.start();
            StewardAgent.Orders orders =
                    new StewardAgent.Orders(
                            factory, descriptions, settings.limit(), ready, () -> {});
            container
                    .createNewAgent(
                            MAIN_STEWARD, StewardAgent.class.getName(), new Object[] {orders})
                    .start();
            JadeRuntime runtime =
                    new JadeRuntime(settings, descriptions, container, street, port, files);
            onPort.accept(port);
            if (!ready.await(settings.limit(), TimeUnit.MILLISECONDS)
                    || !members.await(settings.joinLimit(), TimeUnit.MILLISECONDS)) {
                runtime.close();
                throw new IllegalStateException(
                        "Of (%d) containers (%d) have not joined within (%d s)."
                                .formatted(
                                        settings.members(),
                                        members.getCount(),
                                        settings.joinLimit() / 1000));
            }
            return runtime;
        } catch (StaleProxyException e) {
            throw new IllegalStateException("The agents' platform does not begin.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the agents begin.", e);
        }
    }

    static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The port (%d) cannot be opened on this machine.".formatted(wanted), e);
        }
    }

    /** The platform describes itself in a file, which nobody wants where the program runs. */
    private static Path platformFiles() {
        try {
            return Files.createTempDirectory("chalaco-agents");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Profile profile(JadeSettings settings, int port, Path files) {
        // no clock and no chance of the run: a name only has to differ from all others
        String name = "chalaco-" + UUID.randomUUID();
        ProfileImpl profile = plainProfile();
        profile.setParameter(Profile.MAIN, "true");
        profile.setParameter(Profile.PLATFORM_ID, name);
        profile.setParameter(Profile.FILE_DIR, files + File.separator);
        if (settings.members() == 0) {
            profile.setParameter("icps", InVmChannel.class.getName());
        } else {
            profile.setParameter(Profile.LOCAL_PORT, Integer.toString(port));
            profile.setParameter(Profile.MAIN_PORT, Integer.toString(port));
        }
        return profile;
    }

    /** What holds for every container: loopback only, nothing that nobody asked for. */
    static ProfileImpl plainProfile() {
        ProfileImpl profile = new ProfileImpl(false);
        profile.setParameter(Profile.MAIN_HOST, LOOPBACK);
        profile.setParameter(Profile.LOCAL_HOST, LOOPBACK);
        profile.setParameter("nomtp", "true");
        profile.setParameter(Profile.MTPS, "");
        profile.setParameter(Profile.DETECT_MAIN, "false");
        profile.setParameter(Profile.SERVICES, "");
        profile.setParameter("no-display", "true");
        profile.setParameter("jade_core_AgentContainerImpl_enablemonitor", "false");
        profile.setParameter("jade_core_messaging_MessageManager_poolsize", "2");
        profile.setParameter("jade_imtp_leap_JICP_JICPServer_acceptlocalhostonly", "true");
        profile.setParameter("jade_imtp_leap_JICP_JICPServer_acceptmediators", "false");
        profile.setParameter("resource", DaemonThreads.class.getName());
        return profile;
    }

    /** Port on the loopback address where containers join; 0: none. */
    public int port() {
        return port;
    }

    @Override
    public void host(String name, Record description) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        put(new StreetAgent.HostCall(name, descriptions.write(description), answer));
        String problem = await(answer, 2 * settings.limit());
        if (!problem.isEmpty()) {
            throw new IllegalStateException(
                    "The agent (%s) could not be made: %s".formatted(name, problem));
        }
    }

    @Override
    public void release(String name) {
        put(new StreetAgent.ReleaseCall(name));
    }

    @Override
    public ConversationResult converse(List<AgentMessage> first, int mostBeats) {
        CompletableFuture<ConversationResult> answer = new CompletableFuture<>();
        put(new StreetAgent.Call(List.copyOf(first), mostBeats, answer));
        return await(answer, (mostBeats + 2L) * (2 * settings.limit() + 5000));
    }

    private void put(Object call) {
        try {
            street.putO2AObject(call, AgentController.ASYNC);
        } catch (StaleProxyException e) {
            throw new IllegalStateException("The agents' platform has ended.", e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer, long milliseconds) {
        try {
            return answer.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A conversation broke off.", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The agents' platform does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while agents talk.", e);
        }
    }

    @Override
    public String description() {
        return settings.members() == 0
                ? "on JADE in this process"
                : "on JADE in this process and %d others".formatted(settings.members());
    }

    /** The agent of this name, for tests that let it die. */
    AgentController agent(String name) throws ControllerException {
        return container.getAgent(name + "@" + container.getPlatformName(), true);
    }

    @Override
    public void close() {
        try {
            CompletableFuture<String> said = new CompletableFuture<>();
            street.putO2AObject(new StreetAgent.GoodbyeCall(said), AgentController.ASYNC);
            said.get(1000, TimeUnit.MILLISECONDS);
        } catch (StaleProxyException | ExecutionException | TimeoutException e) {
            // whoever cannot be told will notice
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endPlatform();
    }

    /** The container's own kill would leave threads behind for ever. */
    private void endPlatform() {
        Thread end =
                new Thread(
                        () -> {
                            try {
                                container.getPlatformController().kill();
                            } catch (ControllerException e) {
                                // ended already
                            }
                        },
                        "agents-end");
        end.setDaemon(true);
        end.start();
        try {
            end.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Files.deleteIfExists(files.resolve("APDescription.txt"));
            Files.deleteIfExists(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
