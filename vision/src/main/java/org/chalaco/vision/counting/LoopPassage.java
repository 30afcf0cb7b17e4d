package org.chalaco.vision.counting;

/**
 * Something passed over a virtual loop.
 *
 * @param firstFrame frame in which it reached the line
 * @param lastFrame frame in which it left the line
 * @param from where it began on the line, pixels from the line's first point
 * @param until where it ended on the line, pixels
 * @param area pixels times frames that it covered
 * @param strong share of the area with strong edges, 0 to 1
 * @param lag frames from the strip before the line to the strip behind it, positive forward, or 0
 *     where that cannot be told
 * @param certainty of the lag's sign, 0 to 1
 */
record LoopPassage(
        long firstFrame,
        long lastFrame,
        double from,
        double until,
        double area,
        double strong,
        double lag,
        double certainty) {

    /** Frame in the middle of the passage. */
    double middleFrame() {
        return (firstFrame + lastFrame) / 2.0;
    }

    /** Middle on the line, pixels from its first point. */
    double middle() {
        return (from + until) / 2;
    }

    double width() {
        return until - from;
    }

    long frames() {
        return lastFrame - firstFrame + 1;
    }

    /** Share of its bounding box that it covers: thin crescents of light cover little. */
    double fill() {
        return area / (width() * frames());
    }

    /** Both together. */
    LoopPassage with(LoopPassage other) {
        LoopPassage larger = other.area > area ? other : this;
        return new LoopPassage(
                Math.min(firstFrame, other.firstFrame),
                Math.max(lastFrame, other.lastFrame),
                Math.min(from, other.from),
                Math.max(until, other.until),
                area + other.area,
                (area * strong + other.area * other.strong) / (area + other.area),
                larger.lag,
                larger.certainty);
    }
}
