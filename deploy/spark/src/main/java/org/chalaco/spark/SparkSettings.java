package org.chalaco.spark;

import java.io.File;
import java.net.URI;
import java.net.URL;
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

    /** Everything on the class path but what lies beside Spark itself, which workers have. */
    private static List<String> ownJars() {
        File spark = folderOfSpark();
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File jar = new File(entry).getAbsoluteFile();
            boolean ours = !jar.getParentFile().equals(spark);
            if (jar.getName().endsWith(".jar") && (ours || jar.getName().startsWith("chalaco-"))) {
                jars.add(jar.toURI().toString());
            }
        }
        return jars;
    }

    private static File folderOfSpark() {
        URL jar = SparkConf.class.getProtectionDomain().getCodeSource().getLocation();
        return new File(URI.create(jar.toString())).getAbsoluteFile().getParentFile();
    }
}
