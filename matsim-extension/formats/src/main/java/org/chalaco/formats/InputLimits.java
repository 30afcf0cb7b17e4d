package org.chalaco.formats;

/**
 * What an input file may cost to read, so that a hostile or broken one ends in an error instead of
 * a full memory.
 *
 * @param expandedBytes largest size after decompression, bytes
 * @param expansionRatio largest ratio of decompressed to compressed size, -; plans and events
 *     compress to about a tenth, deflate cannot do better than 1 to 1032
 * @param ratioFrom decompressed size from which the ratio counts, bytes
 * @param tokenBytes largest single attribute, text, comment or tag, bytes
 * @param depth deepest nesting of elements
 */
public record InputLimits(
        long expandedBytes, double expansionRatio, long ratioFrom, long tokenBytes, int depth) {

    /** 64 GiB in all, a ratio of 200 from 64 MiB on, 16 MiB in one piece, 64 levels. */
    public static final InputLimits STANDARD =
            new InputLimits(64L << 30, 200, 64L << 20, 16L << 20, 64);

    public InputLimits {
        if (expandedBytes < 1
                || !(expansionRatio >= 1)
                || ratioFrom < 0
                || tokenBytes < 1
                || depth < 1) {
            throw new IllegalArgumentException("Input limits must be positive.");
        }
    }
}
