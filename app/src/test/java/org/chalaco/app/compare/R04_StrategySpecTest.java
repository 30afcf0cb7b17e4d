package org.chalaco.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chalaco.formats.Problems;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: strategies and figures as text, read back as they were written. */
class R04_StrategySpecTest {

    private final Problems problems = new Problems();

    private List<String> labels(String text) {
        return StrategySpec.parse(text, problems).stream().map(StrategySpec::label).toList();
    }

    @Test
    void aCommaBeforeAnEqualsSignPartsParameters() {
        assertThat(labels("present, actuated:gap=3,longest-green=60.5 ,webster"))
                .containsExactly("present", "actuated:gap=3,longest-green=60.5", "webster");
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void whatIsNoStrategyIsNamed() {
        labels("gap=3,actuated:gap,,webster");
        assertThat(problems.errors()).hasSize(3);
        assertThat(problems.text()).contains("CH-CMP-001", "CH-CMP-002", "(gap)");
    }

    @Test
    void cellsSurviveTheirFile() {
        String line = Csv.row("a,b", "say \"no\"", 0.1 + 0.2, Double.NaN, 7L);
        assertThat(Csv.cells(line))
                .containsExactly("a,b", "say \"no\"", "0.30000000000000004", "", "7");
    }
}
