package org.chalaco.vision.render;

/**
 * The light of a film.
 *
 * @param sunAzimuth where the sun stands, degrees clockwise from north
 * @param sunElevation above the horizon, degrees
 * @param sun how much of the light comes from it: 0 overcast or night, 1 a clear sky
 * @param ambient brightness of what the sun does not reach, 0 to 1
 * @param lamps whether vehicles drive with lamps and street lamps are lit
 */
public record Daylight(
        double sunAzimuth, double sunElevation, double sun, double ambient, boolean lamps) {

    /** A clear day in the late morning. */
    public static final Daylight SUNNY = new Daylight(60, 48, 0.75, 0.55, false);

    /** The grey sky that Callao has most of the year: no shadows to speak of. */
    public static final Daylight OVERCAST = new Daylight(20, 60, 0.12, 0.85, false);

    /** Long hard shadows. */
    public static final Daylight LATE = new Daylight(290, 18, 0.7, 0.42, false);

    /** After sunset: dim, lamps on. */
    public static final Daylight DUSK = new Daylight(270, 5, 0, 0.3, true);

    /** Street lamps and headlights only. */
    public static final Daylight NIGHT = new Daylight(0, 90, 0, 0.1, true);

    public Daylight {
        if (!(ambient > 0 && ambient <= 1 && sun >= 0 && sun <= 1)) {
            throw new IllegalArgumentException(
                    "A light of (%s) with (%s) of sun is not within 0 and 1."
                            .formatted(ambient, sun));
        }
        if (!(sunElevation > 0 && sunElevation <= 90)) {
            throw new IllegalArgumentException(
                    "A sun (%s) degrees high casts no light on the road.%nMaybe 40?"
                            .formatted(sunElevation));
        }
    }

    /** Towards the sun: east, north, up. */
    double[] towardsSun() {
        double a = Math.toRadians(sunAzimuth);
        double e = Math.toRadians(sunElevation);
        return new double[] {Math.sin(a) * Math.cos(e), Math.cos(a) * Math.cos(e), Math.sin(e)};
    }
}
