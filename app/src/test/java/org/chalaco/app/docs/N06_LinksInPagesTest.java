package org.chalaco.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: links between pages lead somewhere. */
class N06_LinksInPagesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (Path page : Documentation.pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://")) {
                    seen++;
                    if (!Files.exists(page.resolveSibling(target))) {
                        broken.add(Documentation.ROOT.relativize(page) + " -> " + target);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(10);
        assertThat(broken).isEmpty();
    }
}
