package org.chalaco.mobsim.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two texts say the same but for what nobody sees: their words must be equal, their numbers
 * nearly. A last bit that changes in the engine leaves a page true; a figure that moves does not.
 */
final class Likeness {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Likeness() {}

    /**
     * Whether texts are alike.
     *
     * @param share by which numbers may differ
     * @param lastPlaces units of the last decimal by which they may differ, if that is more
     */
    static boolean alike(String one, String other, double share, double lastPlaces) {
        if (!NUMBER.matcher(one).replaceAll("0").equals(NUMBER.matcher(other).replaceAll("0"))) {
            return false;
        }
        Matcher a = NUMBER.matcher(one);
        Matcher b = NUMBER.matcher(other);
        while (a.find() && b.find()) {
            double x = Double.parseDouble(a.group());
            double y = Double.parseDouble(b.group());
            double unit = a.group(1) == null ? 1 : Math.pow(10, 1 - a.group(1).length());
            if (Math.abs(x - y) > Math.max(share * Math.abs(x), lastPlaces * unit) + 1e-9) {
                return false;
            }
        }
        return true;
    }
}
