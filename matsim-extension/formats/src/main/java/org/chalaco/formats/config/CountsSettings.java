package org.chalaco.formats.config;

import java.util.List;
import org.chalaco.formats.Problems;

/**
 * What a config says of the comparison with counts, under MATSim's names, module {@code counts}.
 * Averaging over iterations and filters by distance or mode are not offered.
 *
 * @param scaleFactor simulated volumes are multiplied by it, -; NaN where the config names none
 * @param writeInterval the comparison is written every so many iterations; 0: never but at the end
 */
public record CountsSettings(double scaleFactor, int writeInterval) {

    static final Parameter<Double> SCALE_FACTOR =
            Parameter.optionalNumber(
                    "countsScaleFactor",
                    "-",
                    "Simulated volumes are multiplied by it; undefined: by 1 / chalaco.sampleFactor.");
    static final Parameter<Integer> WRITE_INTERVAL =
            Parameter.whole(
                    "writeCountsInterval",
                    "-",
                    10,
                    0,
                    Integer.MAX_VALUE,
                    "Counted and simulated volumes are written every so many iterations.");
    static final ParameterTable TABLE =
            new ParameterTable("counts", List.of(InputFiles.COUNTS, SCALE_FACTOR, WRITE_INTERVAL));

    /** The settings of a config; what cannot be used is reported. */
    public static CountsSettings read(Config config, Problems problems) {
        ParameterReader in = ParameterReader.of(config, "counts", problems);
        double scale = in.get(SCALE_FACTOR);
        if (scale <= 0) {
            in.error(
                    SCALE_FACTOR,
                    "The scale factor of counts (%s) is not positive.".formatted(scale),
                    "Maybe 10 for a sample of 10 %?");
            scale = Double.NaN;
        }
        return new CountsSettings(scale, in.get(WRITE_INTERVAL));
    }
}
