package org.chalaco.mobsim.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: random numbers depend on seed, entity and purpose alone, and look random
 * along a stream and across entities.
 */
class G01_RandomStreamTest {

    private static final int DRAWS = 100_000;

    /** Chi-square of shares in 0..1 against the uniform distribution in 100 bins. */
    private static double chiSquare(java.util.function.DoubleSupplier shares) {
        int[] counts = new int[100];
        for (int i = 0; i < DRAWS; i++) {
            double u = shares.getAsDouble();
            assertThat(u).isGreaterThanOrEqualTo(0).isLessThan(1);
            counts[(int) (100 * u)]++;
        }
        double expected = DRAWS / 100.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Test
    void oneStreamIsUniform() {
        RandomStream random = RandomStream.of(1, 2, "test");

        // 99 degrees of freedom: 0.1 % and 99.9 % quantiles
        assertThat(chiSquare(random::nextDouble)).isBetween(61.1, 149.0);
    }

    @Test
    void firstNumbersOfNeighbouringEntitiesAreUniform() {
        int[] entity = {0};

        assertThat(chiSquare(() -> RandomStream.of(1, entity[0]++, "test").nextDouble()))
                .isBetween(61.1, 149.0);
    }

    @Test
    void firstNumbersOfNeighbouringSeedsAreUniform() {
        int[] seed = {0};

        assertThat(chiSquare(() -> RandomStream.of(seed[0]++, 1, "test").nextDouble()))
                .isBetween(61.1, 149.0);
    }

    @Test
    void neighboursAreUncorrelated() {
        double sum = 0;
        for (int entity = 0; entity < DRAWS; entity++) {
            double own = RandomStream.of(1, entity, "test").nextDouble() - 0.5;
            double next = RandomStream.of(1, entity + 1, "test").nextDouble() - 0.5;
            sum += own * next * 12;
        }
        // one standard error is 1 / √100 000
        assertThat(sum / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
    }

    @Test
    void seedEntityAndPurposeEachMatter() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            for (long entity = 0; entity < 30; entity++) {
                for (String purpose : new String[] {"driver", "arrivals", "keepClear"}) {
                    first.add(RandomStream.of(seed, entity, purpose).nextLong());
                }
            }
        }
        assertThat(first).hasSize(30 * 30 * 3);
        assertThat(RandomStream.of(3, 4, "x").nextLong())
                .isEqualTo(RandomStream.of(3, 4, "x").nextLong());
    }

    @Test
    void theStreamIsTheSameForEver() {
        // written down once: a change of these numbers changes every result ever published
        RandomStream random = RandomStream.of(4711, 1, "driver");

        assertThat(random.nextLong()).isEqualTo(FIRST);
        assertThat(random.nextLong()).isEqualTo(SECOND);
    }

    private static final long FIRST = 3544251707218252416L;
    private static final long SECOND = 6130247575551693816L;

    @Test
    void integersFillTheirRange() {
        RandomStream random = RandomStream.of(1, 1, "integers");
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9600, 10400);
        }
    }

    @Test
    void exponentialAndNormalNumbersHaveTheirMoments() {
        RandomStream random = RandomStream.of(1, 1, "moments");
        double exponential = 0;
        double normal = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = random.nextExponential(5);
            assertThat(x).isNotNegative().isFinite();
            exponential += x;
            double z = random.nextGaussian();
            normal += z;
            squares += z * z;
            beyondTwo += Math.abs(z) > 2 ? 1 : 0;
        }
        assertThat(exponential / DRAWS).isCloseTo(5, within(4 * 5 / Math.sqrt(DRAWS)));
        assertThat(normal / DRAWS).isCloseTo(0, within(4 / Math.sqrt(DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(1, within(4 * Math.sqrt(2.0 / DRAWS)));
        assertThat(beyondTwo / (double) DRAWS).isCloseTo(0.0455, within(0.0027));
    }
}
