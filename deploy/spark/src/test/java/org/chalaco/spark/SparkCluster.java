package org.chalaco.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A real cluster on this machine, loopback only: a master and workers, each a process of its own,
 * started from the libraries of the class path.
 */
final class SparkCluster implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private SparkCluster(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts a master and so many workers with one core each, and waits until they have met. */
    static SparkCluster start(Path folder, int workers) throws IOException, InterruptedException {
        SparkCluster cluster = new SparkCluster(home(folder), freePort());
        cluster.daemon(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(cluster.port),
                "--webui-port",
                "0");
        cluster.await("master", "I have been elected leader");
        for (int k = 1; k <= workers; k++) {
            cluster.daemon(
                    "worker" + k,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("work" + k).toString(),
                    "--webui-port",
                    "0",
                    cluster.address());
        }
        for (int k = 1; k <= workers; k++) {
            cluster.await("worker" + k, "Successfully registered with master");
        }
        return cluster;
    }

    /** Spark finds its libraries in {@code jars} of its home, which a file RELEASE marks. */
    private static Path home(Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path jars = Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "from Maven Central\n");
        for (Path entry : classPath()) {
            if (entry.toString().endsWith(".jar")) {
                Files.createSymbolicLink(jars.resolve(entry.getFileName()), entry);
            }
        }
        return home;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::exists)
                .toList();
    }

    /** Our own classes, which Maven has not put into jars when tests run. */
    static String ownClasses(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (Path entry : classPath()) {
            if (Files.isDirectory(entry)) {
                Path jar = folder.resolve("own" + jars.size() + ".jar");
                pack(entry, jar);
                jars.add(jar.toUri().toString());
            } else if (entry.getFileName().toString().startsWith("chalaco-")) {
                jars.add(entry.toUri().toString());
            }
        }
        return String.join(",", jars);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                packed.putNextEntry(new JarEntry(name));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void daemon(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        // Since 4.1 the master takes jobs over REST, without the secret, unless told not to.
        command.add("-Dspark.master.rest.enabled=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log(name).toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        // Spark's scripts would say so; without them executors do not start.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        processes.add(builder.start());
    }

    private Path log(String name) {
        return home.resolve(name + ".log");
    }

    private void await(String name, String words) throws IOException, InterruptedException {
        for (int k = 0; k < PATIENCE_SECONDS * 5; k++) {
            if (Files.exists(log(name)) && Files.readString(log(name)).contains(words)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(name + " did not start:\n" + Files.readString(log(name)));
    }

    String address() {
        return "spark://127.0.0.1:" + port;
    }

    /** Kills a worker and whatever it runs, as a power cut does. */
    void killWorker(int number) throws InterruptedException {
        Process worker = processes.get(number);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
