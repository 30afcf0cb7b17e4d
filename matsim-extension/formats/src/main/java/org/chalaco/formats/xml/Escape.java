package org.chalaco.formats.xml;

/** Text as it may stand in XML. Characters that XML cannot hold at all become U+FFFD. */
public final class Escape {

    private Escape() {}

    /** Appends the value of an attribute. */
    public static void attribute(StringBuilder target, String value) {
        append(target, value, true);
    }

    /** Appends the text of an element. */
    public static void text(StringBuilder target, String value) {
        append(target, value, false);
    }

    private static void append(StringBuilder target, String value, boolean attribute) {
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            String replacement = replacement(value, i, attribute);
            if (replacement != null) {
                target.append(value, plainFrom, i).append(replacement);
                plainFrom = i + 1;
            }
        }
        target.append(value, plainFrom, value.length());
    }

    /** What stands for the character in a file, or null: itself. */
    private static String replacement(String value, int i, boolean attribute) {
        char c = value.charAt(i);
        if (c > '>' && c < '\ud800') {
            return null;
        }
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> attribute ? "&quot;" : null;
            // Parsers turn line breaks and tabs of an attribute into blanks unless they are
            // escaped.
            case '\t' -> attribute ? "&#9;" : null;
            case '\n' -> attribute ? "&#10;" : null;
            case '\r' -> "&#13;";
            default -> isLegal(value, i) ? null : "\ufffd";
        };
    }

    private static boolean isLegal(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        return c >= ' ' && c < '\ufffe';
    }
}
