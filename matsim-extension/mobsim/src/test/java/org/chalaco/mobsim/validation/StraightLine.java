package org.chalaco.mobsim.validation;

/**
 * The straight line of least squares through points.
 *
 * @param intercept y at x = 0
 * @param slope y per x
 */
record StraightLine(double intercept, double slope) {

    static StraightLine through(double[] x, double[] y) {
        double n = x.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int k = 0; k < x.length; k++) {
            sx += x[k];
            sy += y[k];
            sxx += x[k] * x[k];
            sxy += x[k] * y[k];
        }
        double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        return new StraightLine((sy - slope * sx) / n, slope);
    }

    double at(double x) {
        return intercept + slope * x;
    }
}
