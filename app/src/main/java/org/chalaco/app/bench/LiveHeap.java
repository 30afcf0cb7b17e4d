package org.chalaco.app.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The memory of all objects that are still in use, counted one by one.
 *
 * <p>What the collectors report as "used" after a collection is too coarse for this: they leave
 * garbage where moving things is not worth it, and count whole regions. The JVM's class histogram
 * walks over every object that can be reached.
 */
final class LiveHeap {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    private LiveHeap() {}

    /** Reachable objects, B; NaN on JVMs that cannot tell. Takes a full collection. */
    static double bytes() {
        try {
            Object[] liveOnly = {null};
            String[] signature = {String[].class.getName()};
            String histogram =
                    (String)
                            ManagementFactory.getPlatformMBeanServer()
                                    .invoke(
                                            new ObjectName(COMMANDS),
                                            "gcClassHistogram",
                                            liveOnly,
                                            signature);
            return total(histogram);
        } catch (JMException e) {
            return Double.NaN;
        }
    }

    /** The last line: {@code Total 902767 40107912}, objects and bytes. */
    private static double total(String histogram) {
        List<String> lines = histogram.strip().lines().toList();
        String[] words = lines.get(lines.size() - 1).split("\\s+");
        return words[0].equals("Total") ? Long.parseLong(words[2]) : Double.NaN;
    }
}
