package org.chalaco.scenario.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.formats.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: plausibility.csv is read as meant, and told off where it is wrong. */
class M17_PlausibilityFileTest {

    private static final String HEADER =
            "id,kind,links,from,until,low,high,unit,source,certainty\n";

    @TempDir private Path folder;
    private final Problems problems = new Problems();

    private List<PlausibilityBand> read(String lines) throws IOException {
        return PlausibilityFile.read(
                Files.writeString(folder.resolve("plausibility.csv"), HEADER + lines), problems);
    }

    @Test
    void linesAreBands() throws IOException {
        List<PlausibilityBand> bands =
                read(
                        """
                        v,speed,avenues,08:00,09:30,14,20,km/h,"press, 2025",medium
                        q,truck-share,A-B B-A,7:00,9:00,0.25,0.35,-,own,low
                        """);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(bands.get(0).linkIds()).isEmpty();
        assertThat(bands.get(0).until()).isEqualTo(9.5 * 3600);
        assertThat(bands.get(0).source()).isEqualTo("press, 2025");
        assertThat(bands.get(1).kind()).isEqualTo(PlausibilityBand.Kind.TRUCK_SHARE);
        assertThat(bands.get(1).linkIds()).containsExactly("A-B", "B-A");
    }

    @Test
    void everyFaultIsNamed() throws IOException {
        List<PlausibilityBand> bands =
                read(
                        """
                        a,spede,avenues,08:00,09:00,14,20,km/h,s,low
                        b,flow,A-B,08:00,8h30,14,20,veh/h,s,low
                        c,flow,A-B,08:00,09:00,30,20,veh/h,s,low
                        d,flow,A-B,10:00,09:00,10,20,veh/h,s,low
                        """);
        assertThat(problems.errors()).hasSize(4);
        assertThat(bands).extracting(PlausibilityBand::id).containsExactly("a");
    }
}
