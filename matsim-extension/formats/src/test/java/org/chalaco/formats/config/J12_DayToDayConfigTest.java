package org.chalaco.formats.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.replanning.PlanRemoval;
import org.chalaco.day2day.replanning.ReplanningParameters;
import org.chalaco.day2day.replanning.Strategy;
import org.chalaco.day2day.replanning.StrategySettings;
import org.chalaco.day2day.routing.AccessEgress;
import org.chalaco.day2day.routing.RoutingAlgorithm;
import org.chalaco.day2day.routing.RoutingParameters;
import org.chalaco.day2day.routing.TeleportedMode;
import org.chalaco.day2day.routing.WarmStart;
import org.chalaco.day2day.scoring.ActivityParameters;
import org.chalaco.day2day.scoring.ActivityParameters.TypicalDurationScoreComputation;
import org.chalaco.day2day.scoring.ModeParameters;
import org.chalaco.day2day.scoring.ScoringParameters;
import org.chalaco.day2day.scoring.UtilityParameters;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: the loop is configured by MATSim's modules and parameter names. */
class J12_DayToDayConfigTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final Config empty = Config.empty(Path.of("config.xml"));

    private static DayToDayParameters everythingChanged() {
        UtilityParameters utility =
                new UtilityParameters(5, -17, -1, -2, 0.9, Map.of(), Map.of())
                        .withActivities(
                                new ActivityParameters(
                                        "work",
                                        28800,
                                        1.1,
                                        21600,
                                        72000,
                                        32400,
                                        54000,
                                        1800,
                                        TypicalDurationScoreComputation.UNIFORM,
                                        true),
                                ActivityParameters.of("home", 43200))
                        .withModes(new ModeParameters("car", -0.1, -5, -0.001, -0.0002, -1, -3));
        return new DayToDayParameters(
                1,
                7,
                2,
                3,
                4,
                123,
                5,
                new RoutingParameters(
                        Set.of("bus", "car"),
                        Map.of(
                                "walk", new TeleportedMode("walk", 1.2, Double.NaN, 1.4),
                                "pt", new TeleportedMode("pt", Double.NaN, 2.5, 1.3)),
                        RoutingAlgorithm.HAVANA_DISTANCE,
                        AccessEgress.NONE,
                        300,
                        new WarmStart(5, 1700, 0.2, 3)),
                new ScoringParameters(
                        0.9, 1.5, 0.8, utility, Map.of("worker", UtilityParameters.STANDARD)),
                new ReplanningParameters(
                        List.of(
                                new StrategySettings(Strategy.RE_ROUTE, 0.1, null, 50),
                                new StrategySettings(Strategy.BEST_SCORE, 0.2, "worker", -1)),
                        3,
                        0.85,
                        PlanRemoval.RANDOM,
                        900,
                        false));
    }

    @Test
    void anEmptyConfigMeansTheStandard() {
        assertThat(DayToDayConfig.read(empty, problems)).isEqualTo(DayToDayParameters.STANDARD);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void everyFieldSurvives() {
        Config written = DayToDayConfig.write(empty, everythingChanged());
        assertThat(DayToDayConfig.read(written, problems)).isEqualTo(everythingChanged());
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void everyFieldSurvivesThroughAFileWithOldNames() {
        Config grid = ConfigReader.read(Fixture.grid("config.xml"), problems);
        Path file = folder.resolve("config.xml");
        ConfigWriter.write(file, DayToDayConfig.write(grid, everythingChanged()));
        Config again = ConfigReader.read(file, problems);
        assertThat(DayToDayConfig.read(again, problems)).isEqualTo(everythingChanged());
        assertThat(again.modules()).extracting(ConfigGroup::name).contains("planCalcScore");
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void theGridsOldFashionedConfigIsUnderstood() {
        DayToDayParameters read =
                DayToDayConfig.read(
                        ConfigReader.read(Fixture.grid("config.xml"), problems), problems);
        assertThat(read.lastIteration()).isEqualTo(5);
        assertThat(read.threads()).isEqualTo(2);
        assertThat(read.scoring().brainExpBeta()).isEqualTo(2);
        assertThat(read.scoring().utility().activities().get("home").typicalDuration())
                .isEqualTo(43200);
        assertThat(read.scoring().utility().mode("car").constant()).isEqualTo(-1.5);
        assertThat(read.replanning().strategies())
                .containsExactly(
                        new StrategySettings(Strategy.RE_ROUTE, 0.1, null, -1),
                        new StrategySettings(Strategy.CHANGE_EXP_BETA, 0.9, "worker", -1));
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        ConfigGroup strategies =
                ConfigGroup.empty("replanning")
                        .withSets(
                                "strategysettings",
                                List.of(
                                        ConfigGroup.empty("strategysettings")
                                                .with("strategyName", "Reroute2"),
                                        ConfigGroup.empty("strategysettings").with("weight", "1")));
        ConfigGroup scoring =
                ConfigGroup.empty("scoring")
                        .with("performing", "-3")
                        .withSets(
                                "activityParams",
                                List.of(
                                        ConfigGroup.empty("activityParams")
                                                .with("activityType", "work"),
                                        ConfigGroup.empty("activityParams")));
        DayToDayConfig.read(
                empty.with(strategies)
                        .with(scoring)
                        .with("controller", "lastIteration", "-5")
                        .with("controller", "firstIteration", "20")
                        .with("routing", "accessEgressType", "accessEgressModeToLink"),
                problems);
        assertThat(problems.errors())
                .extracting(Problem::element)
                .containsExactlyInAnyOrder(
                        "controller.lastIteration",
                        "controller.lastIteration",
                        "routing.accessEgressType",
                        "scoring.performing",
                        "scoring.activityParams.typicalDuration",
                        "scoring.activityParams",
                        "replanning.strategysettings.strategyName",
                        "replanning.strategysettings");
        assertThat(problems.text()).contains("Maybe ReRoute?");
    }

    @Test
    void misspelledParametersOfMatsimsModulesAreWarnings() {
        DayToDayConfig.read(
                empty.with("scoring", "lateArival", "-20")
                        .with("scoring", "writeExperiencedPlans", "true"),
                problems);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.warnings())
                .extracting(Problem::element, Problem::remedy)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "scoring.lateArival", "Maybe lateArrival?"));
    }
}
