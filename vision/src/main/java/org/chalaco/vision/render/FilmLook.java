package org.chalaco.vision.render;

import static java.util.Objects.requireNonNull;

/**
 * How a film looks: what stands between the street and the pixel.
 *
 * @param light the light
 * @param rain 0 dry to 1 a downpour
 * @param noise standard deviation of a pixel's brightness, of 255
 * @param shake standard deviation of the pole's sway in the picture, pixels
 * @param exposure standard deviation of the whole picture's brightness from frame to frame, share
 * @param seed of everything drawn: noise, paints, texture, sway
 */
public record FilmLook(
        Daylight light, double rain, double noise, double shake, double exposure, long seed) {

    /** A sunny day, a usual sensor, a pole that stands still. */
    public static final FilmLook DAY = new FilmLook(Daylight.SUNNY, 0, 3, 0, 0.004, 1);

    public FilmLook {
        requireNonNull(light, "light");
        if (!(rain >= 0 && rain <= 1)) {
            throw new IllegalArgumentException(
                    "Rain of (%s) is not between 0 (dry) and 1 (a downpour).".formatted(rain));
        }
        if (!(noise >= 0
                && noise < 60
                && shake >= 0
                && shake < 20
                && exposure >= 0
                && exposure < 0.5)) {
            throw new IllegalArgumentException(
                    "Noise (%s), shake (%s) or exposure (%s) leaves nothing to see.%nMaybe 3, 0 and 0.004?"
                            .formatted(noise, shake, exposure));
        }
    }

    /** The same in another light. */
    public FilmLook in(Daylight newLight) {
        return new FilmLook(newLight, rain, noise, shake, exposure, seed);
    }

    /** The same with another seed. */
    public FilmLook seeded(long newSeed) {
        return new FilmLook(light, rain, noise, shake, exposure, newSeed);
    }

    /** The same in rain. */
    public FilmLook raining(double newRain) {
        return new FilmLook(light, newRain, noise, shake, exposure, seed);
    }

    /** The same from a pole that sways. */
    public FilmLook shaking(double pixels) {
        return new FilmLook(light, rain, noise, pixels, exposure, seed);
    }
}
