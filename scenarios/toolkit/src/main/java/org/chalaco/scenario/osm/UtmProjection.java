package org.chalaco.scenario.osm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UTM coordinates (WGS 84) from longitude and latitude, and back.
 *
 * <p>The series of Krüger (1912) to the third order in n, good to a millimetre within a zone; see
 * Karney, <i>Transverse Mercator with an accuracy of a few nanometers</i>, J. Geodesy 85 (2011),
 * equations 7 to 11 and 35 to 36.
 *
 * @param zone 1 to 60
 * @param south whether northings count from 10 000 km
 */
public record UtmProjection(int zone, boolean south) {

    private static final Pattern EPSG = Pattern.compile("(?:EPSG:)?32([67])(\\d\\d)");

    private static final double EQUATORIAL_RADIUS = 6378137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500000;
    private static final double FALSE_NORTHING = 10000000;

    /** Third flattening, Karney's n. */
    private static final double N = FLATTENING / (2 - FLATTENING);

    private static final double RECTIFYING_RADIUS =
            EQUATORIAL_RADIUS / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

    private static final double[] BETA = {
        N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96,
        N * N / 48 + N * N * N / 15,
        17 * N * N * N / 480
    };

    private static final double[] ALPHA = {
        N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16,
        13 * N * N / 48 - 3 * N * N * N / 5,
        61 * N * N * N / 240
    };

    /** The zone in which a place lies; the exceptions of Norway and Svalbard are not made. */
    public static UtmProjection at(double longitude, double latitude) {
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        return new UtmProjection(Math.min(60, Math.max(1, zone)), latitude < 0);
    }

    /** Its code: {@code EPSG:32718} is zone 18 south. */
    public String code() {
        return "EPSG:32%d%02d".formatted(south ? 7 : 6, zone);
    }

    /** Longitude of the middle of the zone, degrees. */
    public double centralMeridian() {
        return 6.0 * zone - 183;
    }

    /** The projection of an EPSG code of UTM on WGS 84: EPSG:32601 to 32660 and 32701 to 32760. */
    public static Optional<UtmProjection> find(String code) {
        Matcher epsg = EPSG.matcher(code);
        if (!epsg.matches()) {
            return Optional.empty();
        }
        int zone = Integer.parseInt(epsg.group(2));
        return zone < 1 || zone > 60
                ? Optional.empty()
                : Optional.of(new UtmProjection(zone, epsg.group(1).equals("7")));
    }

    /** Easting and northing, m, of a longitude and a latitude, degrees. */
    public double[] toMetres(double longitude, double latitude) {
        double e = Math.sqrt(FLATTENING * (2 - FLATTENING));
        double lambda = Math.toRadians(longitude - centralMeridian());
        double sine = StrictMath.sin(Math.toRadians(latitude));
        double t = StrictMath.sinh(atanh(sine) - e * atanh(e * sine));
        double xiSphere = StrictMath.atan2(t, StrictMath.cos(lambda));
        double etaSphere = asinh(StrictMath.sin(lambda) / Math.hypot(t, StrictMath.cos(lambda)));
        double xi = xiSphere;
        double eta = etaSphere;
        for (int k = 0; k < ALPHA.length; k++) {
            double order = 2 * (k + 1);
            xi += ALPHA[k] * StrictMath.sin(order * xiSphere) * StrictMath.cosh(order * etaSphere);
            eta += ALPHA[k] * StrictMath.cos(order * xiSphere) * StrictMath.sinh(order * etaSphere);
        }
        return new double[] {
            FALSE_EASTING + SCALE * RECTIFYING_RADIUS * eta,
            (south ? FALSE_NORTHING : 0) + SCALE * RECTIFYING_RADIUS * xi
        };
    }

    private static double asinh(double x) {
        return Math.signum(x) * StrictMath.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }

    /** Longitude and latitude, degrees, of an easting and a northing, m. */
    public double[] toDegrees(double easting, double northing) {
        double xi = (northing - (south ? FALSE_NORTHING : 0)) / (SCALE * RECTIFYING_RADIUS);
        double eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING_RADIUS);
        double xiSphere = xi;
        double etaSphere = eta;
        for (int k = 0; k < BETA.length; k++) {
            double order = 2 * (k + 1);
            xiSphere -= BETA[k] * Math.sin(order * xi) * Math.cosh(order * eta);
            etaSphere -= BETA[k] * Math.cos(order * xi) * Math.sinh(order * eta);
        }
        double conformal = Math.asin(Math.sin(xiSphere) / Math.cosh(etaSphere));
        double longitude = Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere));
        return new double[] {
            Math.toDegrees(longitude) + 6 * zone - 183, Math.toDegrees(geodetic(conformal))
        };
    }

    /** Latitude on the ellipsoid of a conformal latitude, by fixed-point iteration. */
    private static double geodetic(double conformal) {
        double e = Math.sqrt(FLATTENING * (2 - FLATTENING));
        double isometric = atanh(Math.sin(conformal));
        double latitude = conformal;
        for (int k = 0; k < 8; k++) {
            latitude = Math.asin(Math.tanh(isometric + e * atanh(e * Math.sin(latitude))));
        }
        return latitude;
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }
}
