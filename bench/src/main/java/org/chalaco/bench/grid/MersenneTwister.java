package org.chalaco.bench.grid;

import java.util.List;

/**
 * The random numbers of Python's {@code random.Random(seed)}, for the few methods that the grids
 * were first drawn with, so that trips drawn here are those drawn there.
 *
 * <p>MT19937 (Matsumoto and Nishimura, ACM TOMACS 8, 1998), seeded by {@code init_by_array} with
 * the seed as its only word. Checked against Python's own numbers. Not thread-safe.
 */
final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;
    private static final int MATRIX = 0x9908b0df;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;

    private final int[] state = new int[N];
    private int next = N;

    /**
     * The generator of this seed.
     *
     * @param seed not negative
     */
    MersenneTwister(int seed) {
        fill(19650218);
        int i = 1;
        for (int k = 0; k < N; k++) {
            state[i] = (state[i] ^ (before(i) * 1664525)) + seed;
            i = following(i);
        }
        for (int k = 0; k < N - 1; k++) {
            state[i] = (state[i] ^ (before(i) * 1566083941)) - i;
            i = following(i);
        }
        state[0] = UPPER;
    }

    private void fill(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    private int before(int i) {
        return state[i - 1] ^ (state[i - 1] >>> 30);
    }

    /** The place after i; after the last comes the second, and the first repeats the last. */
    private int following(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    private int nextWord() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int k = 0; k < N; k++) {
            int y = (state[k] & UPPER) | (state[(k + 1) % N] & LOWER);
            state[k] = state[(k + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
        next = 0;
    }

    /** Python's {@code random()}: 53 bits in [0, 1). */
    double random() {
        long high = nextWord() >>> 5;
        long low = nextWord() >>> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    /** Python's {@code randrange(n)}: as many bits as n has, until they are below n. */
    int below(int n) {
        int bits = 32 - Integer.numberOfLeadingZeros(n);
        int drawn = nextWord() >>> (32 - bits);
        while (drawn >= n) {
            drawn = nextWord() >>> (32 - bits);
        }
        return drawn;
    }

    /**
     * Python's {@code choices(range(n), weights)}: an index by weight.
     *
     * @param cumulative sums of the weights up to and including each index
     */
    int choice(List<Integer> cumulative) {
        int last = cumulative.size() - 1;
        double drawn = random() * cumulative.get(last);
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) / 2;
            if (drawn < cumulative.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
