package org.chalaco.app.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.chalaco.app.report.Wording;

/**
 * What the traffic simulation of a run took, in this process, all its days together.
 *
 * @param mobsimSeconds wall time of the traffic simulation alone, s
 * @param vehicleUpdatesPerSecond vehicles moved by one step, per second of that time, all threads
 *     together, 1/s
 * @param peakHeap most heap in use, garbage included, so an upper bound of what is needed, B
 */
record RunCost(double mobsimSeconds, double vehicleUpdatesPerSecond, long peakHeap) {

    /** The cost of so many updates in this time; the heap is that of the process so far. */
    static RunCost of(long vehicleUpdates, long nanos) {
        double seconds = nanos / 1e9;
        return new RunCost(seconds, vehicleUpdates / Math.max(1e-9, seconds), heapPeak());
    }

    /** The pools may have had their peaks at different times. */
    private static long heapPeak() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                sum += pool.getPeakUsage().getUsed();
            }
        }
        return sum;
    }

    /** Time, updates and memory: {@code 31.2 s, 4.25 million vehicle updates/s, ...}. */
    Wording text() {
        String time = String.format(Locale.ROOT, "%.1f s", mobsimSeconds);
        String updates = String.format(Locale.ROOT, "%.2f", vehicleUpdatesPerSecond / 1e6);
        long megabytes = Math.round(peakHeap / 1e6);
        return new Wording(
                "%s, %s million vehicle updates/s, heap at most %d MB"
                        .formatted(time, updates, megabytes),
                "%s, %s millones de pasos de vehículo/s, memoria a lo más %d MB"
                        .formatted(time, updates, megabytes));
    }
}
