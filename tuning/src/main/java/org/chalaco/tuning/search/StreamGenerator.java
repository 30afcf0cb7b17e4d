package org.chalaco.tuning.search;

import java.util.random.RandomGenerator;
import org.chalaco.mobsim.traffic.RandomStream;

/** A random stream of ours as Java's and Jenetics' generator. Not thread-safe. */
final class StreamGenerator implements RandomGenerator {

    private final RandomStream stream;

    StreamGenerator(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public long nextLong() {
        return stream.nextLong();
    }

    @Override
    public double nextDouble() {
        return stream.nextDouble();
    }

    @Override
    public double nextGaussian() {
        return stream.nextGaussian();
    }
}
