package org.chalaco.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.bench.process.ChildProcess;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the table shows medians, and what a process took is measured. */
class N24_ResultTableTest {

    private static Measurement measurement(double cpuSeconds) {
        return new Measurement("grid", "S", 10, 0, 40e6, 0.5, 100, cpuSeconds, 30, 50e6);
    }

    @Test
    void aLineForEachGridAndSimulatorWithTheMedian() {
        ResultTable table = new ResultTable();
        table.add(measurement(40));
        table.add(measurement(10));
        table.add(measurement(20));
        assertThat(table.markdown().lines().toList())
                .hasSize(3)
                .last()
                .isEqualTo(
                        "| grid | S | 3 | 10 | 0 | 100.0 | 40.0 | 20.00 | 10.00 | 30.00 | 2.00 | 1.00 | 50 |");
        assertThat(table.csv().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("cpuSeconds,", "updatesPerCpuSecondMillions");
    }

    @Test
    void evenNumbersOfRepeatsTakeTheMeanOfTheMiddle() {
        ResultTable table = new ResultTable();
        table.add(measurement(10));
        table.add(measurement(20));
        assertThat(table.csv()).contains(",15.00,10.00,");
    }

    @Test
    void whatAProcessPrintsAndTakesIsSeen() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ChildProcess version = ChildProcess.run(Path.of("."), List.of(java, "-version"));
        assertThat(version.exitCode()).isZero();
        assertThat(version.output()).contains(System.getProperty("java.version"));
        assertThat(version.wallSeconds()).isPositive();
        if (!Double.isNaN(version.cpuSeconds())) {
            assertThat(version.cpuSeconds()).isBetween(0.01, 60.0);
        }
        ChildProcess wrong = ChildProcess.run(Path.of("."), List.of(java, "-nonsense"));
        assertThat(wrong.exitCode()).isNotZero();
    }
}
