package org.chalaco.scenario.habana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.mobsim.MicroSimulation;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.run.RunResult;
import org.chalaco.scenario.table.CsvTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * FEATURE UNDER TEST: uniform plans on the Havana map come out in the order and near the figures
 * that the study's own program gives.
 */
class M23_HabanaStudyTest {

    private static final int SEEDS = 6;

    private static final MobsimParameters PARAMETERS =
            MobsimConfig.read(
                            ConfigReader.read(Habana.FOLDER.resolve("config.xml"), new Problems()),
                            new Problems())
                    .withCheckMode(CheckMode.FULL);

    @TestFactory
    List<DynamicTest> expectedFigures() {
        List<DynamicTest> tests = new ArrayList<>();
        for (CsvTable.Row row :
                CsvTable.read(
                                Habana.FOLDER.resolve("expected.csv"),
                                Set.of("plan", "figure", "low", "high", "published_program"),
                                new Problems())
                        .rows()) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row.text("plan") + " " + row.text("figure"), () -> check(row)));
        }
        assertThat(tests).hasSize(6);
        return tests;
    }

    private static void check(CsvTable.Row row) {
        int green = Integer.parseInt(row.text("plan").substring("uniform-".length()));
        double figure = mean(green, row.text("figure").equals("arrived"));
        assertThat(figure).isBetween(row.getNumber("low"), row.getNumber("high"));
        // another model and another draw: the same order of magnitude, no more
        assertThat(figure / row.getNumber("published_program")).isBetween(0.6, 1.6);
    }

    @Test
    void shortGreensBeatTheUntouchedPlanAndVeryShortOnesLoseAgain() {
        assertThat(mean(10, true)).isGreaterThan(1.3 * mean(30, true));
        assertThat(mean(3, true)).isLessThan(mean(8, true));
        assertThat(mean(90, true)).isLessThan(mean(30, true));
    }

    private static double mean(int green, boolean arrived) {
        double sum = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            RunResult run = run(green, seed);
            assertThat(run.redLightsRun()).isZero();
            sum +=
                    arrived
                            ? run.arrived()
                            : run.vehicleUpdates() * PARAMETERS.stepSeconds()
                                    + run.waitingOutsideSeconds();
        }
        return sum / SEEDS;
    }

    private static RunResult run(int green, long seed) {
        return MicroSimulation.on(Habana.MAP.network())
                .signals(Habana.MAP.signals(SignalLayout.CODE_RUN, green))
                .demand(Habana.MAP.types(), Habana.MAP.demand().departures(seed, 300))
                .parameters(PARAMETERS.withSeed(seed))
                .run();
    }
}
