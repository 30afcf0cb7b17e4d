package org.chalaco.vision.render;

import java.awt.Color;

/**
 * A block of a vehicle's body that may narrow towards its top, in the vehicle's own measures.
 *
 * @param front distance of its front edge from the front bumper, m
 * @param rear distance of its rear edge, m
 * @param topFront of its upper front edge, m
 * @param topRear of its upper rear edge, m
 * @param halfWidth at the bottom, m
 * @param topHalfWidth at the top, m
 * @param bottom height above the road, m
 * @param top height, m
 * @param sides colour of its sides
 * @param roof colour of its top
 */
record Prism(
        double front,
        double rear,
        double topFront,
        double topRear,
        double halfWidth,
        double topHalfWidth,
        double bottom,
        double top,
        Color sides,
        Color roof) {

    /** A block with upright sides. */
    static Prism block(
            double front, double rear, double width, double bottom, double top, Color colour) {
        return new Prism(
                front, rear, front, rear, width / 2, width / 2, bottom, top, colour, colour);
    }

    /** The same block leaning in, as cabins do. */
    Prism leaning(double atFront, double atRear, double atSides) {
        return new Prism(
                front,
                rear,
                front + atFront,
                rear - atRear,
                halfWidth,
                halfWidth - atSides,
                bottom,
                top,
                sides,
                roof);
    }

    /** The same block with another roof. */
    Prism roofed(Color colour) {
        return new Prism(
                front,
                rear,
                topFront,
                topRear,
                halfWidth,
                topHalfWidth,
                bottom,
                top,
                sides,
                colour);
    }

    /**
     * Its eight corners: distance behind the bumper, m to the left, height; the bottom first, each
     * time front left, front right, rear right, rear left.
     */
    double[][] corners() {
        return new double[][] {
            {front, halfWidth, bottom},
            {front, -halfWidth, bottom},
            {rear, -halfWidth, bottom},
            {rear, halfWidth, bottom},
            {topFront, topHalfWidth, top},
            {topFront, -topHalfWidth, top},
            {topRear, -topHalfWidth, top},
            {topRear, topHalfWidth, top}
        };
    }
}
