package org.chalaco.spark;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;

/**
 * What Spark is told unless a system property says otherwise: no web page, nothing twice for speed
 * (a simulation is never slower elsewhere), and, with a master on this machine, nothing that
 * listens to the outside.
 */
final class SparkSettings {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private SparkSettings() {}

    static SparkConf of(String master) {
        SparkConf conf = new SparkConf().setMaster(master).setAppName("chalaco");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.log.level", "WARN");
        conf.setIfMissing("spark.speculation", "false");
        conf.setIfMissing("spark.task.maxFailures", "4");
        conf.setIfMissing("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        if (isHere(master)) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        if (!master.startsWith("local")) {
            conf.setIfMissing("spark.jars", String.join(",", ownJars()));
        }
        return conf;
    }

    private static boolean isHere(String master) {
        if (master.startsWith("local")) {
            return true;
        }
        URI address = URI.create(master.split(",")[0]);
        return LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    /** What workers need of this program; Spark's own libraries they have. */
    private static List<String> ownJars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = new File(entry).getName();
            boolean ours = name.startsWith("chalaco-") || name.startsWith("commons-csv-");
            if (ours && name.endsWith(".jar")) {
                jars.add(new File(entry).toURI().toString());
            }
        }
        return jars;
    }
}
