package org.chalaco.formats;

import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant: the known name nearest to a wrong one. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known name with the fewest changed letters, if it is near enough to be meant; the first
     * of several. Upper and lower case are the same.
     */
    public static Optional<String> find(String wrong, Iterable<String> known) {
        String best = null;
        // A name of which nothing is left is not meant.
        int fewest = Math.min(Math.max(1, wrong.length() / 3) + 1, wrong.length());
        for (String name : known) {
            if (Math.abs(name.length() - wrong.length()) < fewest) {
                int changes =
                        changes(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
                if (changes < fewest) {
                    fewest = changes;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Maybe x?" or the empty string. */
    public static String remedy(String wrong, Iterable<String> known) {
        return find(wrong, known).map("Maybe %s?"::formatted).orElse("");
    }

    /** Levenshtein distance, row by row. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
