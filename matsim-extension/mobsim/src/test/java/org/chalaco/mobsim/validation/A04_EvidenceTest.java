package org.chalaco.mobsim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.mobsim.testkit.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** FEATURE UNDER TEST: the page of the validation says what was measured, and bounds can fail. */
class A04_EvidenceTest {

    private static final double[] X = {0, 1, 2};

    private static Plot plot(double top) {
        return Plot.titled("a < b").axes("x, s", "y, m").curve("one", X, new double[] {0, 1, top});
    }

    @Test
    void textsAreAlikeWhoseNumbersHardlyDiffer() {
        assertThat(Likeness.alike("a 100 b", "a 101 b", 0.02, 0)).isTrue();
        assertThat(Likeness.alike("a 100 b", "a 103 b", 0.02, 0)).isFalse();
        assertThat(Likeness.alike("0.01", "0.03", 0.02, 2)).isTrue();
        assertThat(Likeness.alike("0.01", "0.04", 0.02, 2)).isFalse();
        assertThat(Likeness.alike("steady 1", "growing 1", 1, 1)).isFalse();
        assertThat(Likeness.alike("1 2", "1", 1, 1)).isFalse();
    }

    @Test
    void aPageIsWrittenAndThenAgrees(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("README.md"), "before\n");
        Evidence.of("x").table("t").atMost("a", 1, 2, "m", 1).diagram("d", plot(2)).write(folder);

        String page = Files.readString(folder.resolve("README.md"));
        assertThat(page).startsWith("before\n").contains("| a | 1.0 m |  | ≤ 2.0 m |");
        assertThat(Files.readString(folder.resolve("d.svg"))).contains("a &lt; b", "x, s", "one");
        Evidence.of("x")
                .table("t")
                .atMost("a", 1, 2, "m", 1)
                .diagram("d", plot(2))
                .settleWith(folder);
    }

    @Test
    void aFigureThatMovedIsFound(@TempDir Path folder) throws IOException {
        Evidence.of("x").table("t").atMost("a", 1, 2, "m", 1).diagram("d", plot(2)).write(folder);

        assertThatThrownBy(
                        () ->
                                Evidence.of("x")
                                        .table("t")
                                        .atMost("a", 1.5, 2, "m", 1)
                                        .diagram("d", plot(5))
                                        .settleWith(folder))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("the block (x)")
                .hasMessageContaining("the diagram d")
                .hasMessageContaining("validation.write");
    }

    @Test
    void everyBoundCanFail(@TempDir Path folder) {
        Evidence evidence =
                Evidence.of("x")
                        .table("t")
                        .atMost("most", 3, 2, "m", 0)
                        .atLeast("least", 1, 2, "m", 0)
                        .between("between", 5, new double[] {1, 2}, "m", 0)
                        .near("near", 110, 100, 0.05, "m", 0)
                        .require(false, "required %d", 7)
                        .notMetYet(true, "met");

        assertThatThrownBy(() -> evidence.settleWith(folder))
                .hasMessageContaining("most: measured")
                .hasMessageContaining("least: measured")
                .hasMessageContaining("between: measured")
                .hasMessageContaining("near: measured")
                .hasMessageContaining("required 7")
                .hasMessageContaining("now met");
    }

    @Test
    void notANumberMeetsNoBound(@TempDir Path folder) {
        Evidence evidence =
                Evidence.of("x")
                        .table("t")
                        .atMost("most", Double.NaN, 2, "m", 0)
                        .near("near", Double.NaN, 100, 0.05, "m", 0);

        assertThatThrownBy(() -> evidence.settleWith(folder))
                .hasMessageContaining("most: measured")
                .hasMessageContaining("near: measured");
    }
}
