package org.chalaco.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chalaco.formats.Problem.Severity;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: everything that is wrong is collected, counted and said with a remedy. */
class J01_ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void aProblemNamesFileLineIdAndRemedy() {
        Problem problem =
                new Problem(
                        "CH-NET-001",
                        Severity.ERROR,
                        "network.xml",
                        12,
                        "link",
                        "-3",
                        "The length (-3) is not positive.",
                        "Maybe 200?");
        assertThat(problem.toString().lines())
                .containsExactly(
                        "network.xml:12: error CH-NET-001: The length (-3) is not positive.",
                        "    Maybe 200?");
    }

    @Test
    void onlyTheFirstHundredAreListedAndTheRestCounted() {
        for (int k = 1; k <= 130; k++) {
            problems.error(ProblemType.UNREADABLE, "f", "error " + k, "");
        }
        problems.warn(ProblemType.UNREADABLE, "f", "a warning", "");
        assertThat(problems.errors()).hasSize(100);
        assertThat(problems.errorCount()).isEqualTo(130);
        assertThat(problems.text().lines())
                .hasSize(102)
                .contains("and 30 more errors")
                .last()
                .asString()
                .contains("warning CH-XML-001: a warning");
    }

    @Test
    void warningsAloneDoNotStopAnything() {
        problems.warn(ProblemType.UNREADABLE, "f", "a warning", "");
        problems.throwIfErrors();
        problems.error(ProblemType.UNREADABLE, "f", "an error", "");
        assertThatThrownBy(problems::throwIfErrors)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("an error")
                .hasMessageContaining("a warning");
    }

    @Test
    void theNearestNameIsFoundOnlyIfItIsNear() {
        List<String> known = List.of("criticalGap", "keepClear", "timeStep");
        assertThat(NearestName.find("timestep", known)).contains("timeStep");
        assertThat(NearestName.find("critcalGap", known)).contains("criticalGap");
        assertThat(NearestName.find("numberOfMonkeys", known)).isEmpty();
        assertThat(NearestName.remedy("keepClaer", known)).isEqualTo("Maybe keepClear?");
    }

    @Test
    void everyKindOfProblemHasItsOwnId() {
        assertThat(ProblemType.values())
                .extracting(ProblemType::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("CH-[A-Z]{3}-\\d{3}"));
    }
}
