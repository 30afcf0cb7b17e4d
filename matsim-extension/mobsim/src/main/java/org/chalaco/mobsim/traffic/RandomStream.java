package org.chalaco.mobsim.traffic;

/**
 * Random numbers that depend on nothing but (seed, entity, purpose): the same on every machine, on
 * any number of threads, and however many others draw.
 *
 * <p>SplitMix64 (Steele, Lea, Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA
 * 2014). Mutable, not thread-safe; one instance serves one entity.
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of one entity for one purpose. */
    public static RandomStream of(long seed, long entity, String purpose) {
        return new RandomStream(
                mix(seed + GOLDEN * mix(entity + GOLDEN * mix(purpose.hashCode()))));
    }

    /** The next 64 bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0 .. bound - 1. */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Exponentially distributed with this mean. */
    public double nextExponential(double mean) {
        return -mean * StrictMath.log(1 - nextDouble());
    }

    /** Standard normal, by the polar-free Box-Muller form; uses two uniform numbers. */
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
