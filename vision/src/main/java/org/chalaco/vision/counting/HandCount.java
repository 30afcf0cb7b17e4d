package org.chalaco.vision.counting;

/**
 * A crossing that a person marked.
 *
 * @param direction name of the direction, or its first letter
 * @param frame number of the frame
 * @param x where on the picture, pixels
 * @param cutOff whether the start or end of the clip cuts it: it may be counted or not
 */
public record HandCount(String direction, long frame, double x, boolean cutOff) {

    boolean isDirection(String name) {
        return direction.equalsIgnoreCase(name)
                || direction.length() == 1
                        && name.toLowerCase().startsWith(direction.toLowerCase());
    }
}
