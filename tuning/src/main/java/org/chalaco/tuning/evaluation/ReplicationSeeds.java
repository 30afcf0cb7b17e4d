package org.chalaco.tuning.evaluation;

import org.chalaco.mobsim.traffic.RandomStream;

/**
 * Seeds of replications. Those of different purposes differ, so that plans are never judged on the
 * traffic they were found with.
 */
public final class ReplicationSeeds {

    private ReplicationSeeds() {}

    /** The first seeds of a purpose. */
    public static long[] of(long seed, String purpose, int count) {
        RandomStream random = RandomStream.of(seed, 0, "replications: " + purpose);
        long[] seeds = new long[count];
        for (int k = 0; k < count; k++) {
            // Positive and short enough to be typed in again.
            seeds[k] = random.nextLong() >>> 32;
        }
        return seeds;
    }
}
