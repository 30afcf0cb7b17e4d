package org.chalaco.app.report;

/**
 * One vehicle's way through the film, thinned while it is seen: only those seconds are kept between
 * which it moved evenly, so that it is never drawn further than {@value #TOLERANCE} m from where it
 * was. A car that waits at a red light costs two keys.
 *
 * <p>Each key is written as {@code 2 Δframe + (element changed)}, then either the change of element
 * and the position, or the change of position; positions in steps of {@value #STEP} m. The elements
 * are the lanes, then the connectors. Mutable, confined to the recorder.
 */
final class VehicleTrack {

    /** How far the drawn vehicle may be from the simulated one, m, quantisation aside. */
    static final double TOLERANCE = 0.75;

    /** Positions are whole numbers of these, m. */
    static final double STEP = 0.25;

    private final int classIndex;
    private final int lengthDecimetres;
    private final VarintBytes keys = new VarintBytes();

    private int keyCount;
    private int keyFrame;
    private int keyElement;
    private int keySteps;

    private int lastFrame;
    private int lastElement;
    private double lastPosition;

    // Slopes from the last key that pass every sample since within the tolerance, m per frame.
    private double slopeAtLeast;
    private double slopeAtMost;

    VehicleTrack(int classIndex, double length) {
        this.classIndex = classIndex;
        lengthDecimetres = (int) Math.round(length * 10);
    }

    /** Sees the vehicle in one frame; frames come in ascending order. */
    void see(int frame, int element, double position) {
        if (keyCount == 0) {
            addKey(frame, element, position);
        } else if (element != lastElement || frame != lastFrame + 1) {
            keepLast();
            addKey(frame, element, position);
        } else {
            follow(frame, position);
        }
        lastFrame = frame;
        lastElement = element;
        lastPosition = position;
    }

    private void follow(int frame, double position) {
        double slope = (position - keySteps * STEP) / (frame - keyFrame);
        if (slope < slopeAtLeast || slope > slopeAtMost) {
            keepLast();
        }
        double run = frame - keyFrame;
        double rise = position - keySteps * STEP;
        slopeAtLeast = Math.max(slopeAtLeast, (rise - TOLERANCE) / run);
        slopeAtMost = Math.min(slopeAtMost, (rise + TOLERANCE) / run);
    }

    private void keepLast() {
        if (lastFrame > keyFrame) {
            addKey(lastFrame, lastElement, lastPosition);
        }
    }

    private void addKey(int frame, int element, double position) {
        int steps = (int) Math.round(position / STEP);
        boolean changed = keyCount == 0 || element != keyElement;
        keys.add(2 * (frame - keyFrame) + (changed ? 1 : 0));
        if (changed) {
            keys.addSigned(element - keyElement);
            keys.add(Math.max(0, steps));
        } else {
            keys.addSigned(steps - keySteps);
        }
        keyCount++;
        keyFrame = frame;
        keyElement = element;
        keySteps = Math.max(0, steps);
        slopeAtLeast = Double.NEGATIVE_INFINITY;
        slopeAtMost = Double.POSITIVE_INFINITY;
    }

    /** Ends the track and appends it: class, length, number of keys, keys. */
    void writeTo(VarintBytes stream) {
        keepLast();
        stream.add(classIndex);
        stream.add(lengthDecimetres);
        stream.add(keyCount);
        stream.addAll(keys);
    }
}
