package org.chalaco.vision.video;

/**
 * How long to wait before a lost source is opened again.
 *
 * @param first wait after the first failure, s; doubles with each further one
 * @param longest longest wait, s
 * @param attempts failures in a row after which it is given up
 */
record BackOff(double first, double longest, int attempts) {

    /** 1 s, doubling to a minute; given up after some eight hours. */
    static final BackOff STANDARD = new BackOff(1, 60, 500);

    /** Wait after so many failures in a row, s. */
    double wait(int failures) {
        return Math.min(longest, first * Math.pow(2, Math.min(failures - 1, 30)));
    }
}
