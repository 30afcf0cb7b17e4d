package org.chalaco.vision.tracking;

/**
 * A Kalman filter for one coordinate that moves at constant velocity.
 *
 * <p>State (p, v); {@code p' = p + v t}; white acceleration of standard deviation q gives the
 * process noise {@code q² [t⁴/4 t³/2; t³/2 t²]}; p is measured with standard deviation r.
 *
 * <p>Bar-Shalom, Li and Kirubarajan, <i>Estimation with Applications to Tracking and
 * Navigation</i>, 2001, section 6.2.3.
 */
final class ConstantVelocity {

    private final double acceleration;
    private final double measurement;
    private double position;
    private double velocity;
    private double pp;
    private double pv;
    private double vv;

    /**
     * A filter at rest.
     *
     * @param position first measurement
     * @param measurement its standard deviation, r
     * @param speed standard deviation of the unknown velocity
     * @param acceleration standard deviation, q
     */
    ConstantVelocity(double position, double measurement, double speed, double acceleration) {
        this.position = position;
        this.measurement = measurement;
        this.acceleration = acceleration;
        pp = measurement * measurement;
        vv = speed * speed;
    }

    double position() {
        return position;
    }

    double velocity() {
        return velocity;
    }

    /** Standard deviation of the next measurement. */
    double deviation() {
        return Math.sqrt(pp + measurement * measurement);
    }

    /** Lets time pass, s. */
    void predict(double t) {
        position += velocity * t;
        double q = acceleration * acceleration;
        pp += t * (2 * pv + t * vv) + q * t * t * t * t / 4;
        pv += t * vv + q * t * t * t / 2;
        vv += q * t * t;
    }

    /** Takes a measurement. */
    void correct(double measured) {
        double s = pp + measurement * measurement;
        double gainP = pp / s;
        double gainV = pv / s;
        double innovation = measured - position;
        position += gainP * innovation;
        velocity += gainV * innovation;
        vv -= gainV * pv;
        pv -= gainP * pv;
        pp -= gainP * pp;
    }
}
