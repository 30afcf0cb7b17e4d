package org.chalaco.formats.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.formats.network.NetworkAttributes;
import org.chalaco.formats.vehicles.VehicleTypeAttributes;
import org.chalaco.mobsim.run.ApproachZones;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.CheckMode;
import org.chalaco.mobsim.run.JunctionRules;
import org.chalaco.mobsim.run.LaneChanging;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: every parameter of the mobsim has a name in the config, and back. */
class J11_MobsimConfigTest {

    private final Problems problems = new Problems();
    private final Config empty = Config.empty(Path.of("config.xml"));

    @Test
    void anEmptyConfigMeansTheStandard() {
        MobsimParameters read = MobsimConfig.read(empty, problems);
        assertThat(read).isEqualTo(MobsimParameters.STANDARD.withTimes(0, 30 * 3600));
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void everyFieldSurvives() {
        MobsimParameters all =
                new MobsimParameters(
                        250,
                        21600,
                        36000.5,
                        -99L,
                        3,
                        0.25,
                        CarFollowing.IDM_PLUS,
                        new ApproachZones(31, 0.41, 11, true),
                        new LaneChanging(false, 4.1, 0.21, 0.31, 4.2, 151, 21),
                        new JunctionRules(4.6, 0.9, 3.1, 0.6, 120),
                        CheckMode.FULL);
        Config written = MobsimConfig.write(empty, all);
        assertThat(MobsimConfig.read(written, problems)).isEqualTo(all);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void theSetOfDriversIsReadAndKept() {
        assertThat(MobsimConfig.readParameterSet(empty, problems))
                .isEqualTo(ParameterSet.CITY_TREIBER);
        Config lima = empty.with(MobsimConfig.MODULE, "parameterSet", "lima-callao");
        Config written = MobsimConfig.write(lima, MobsimParameters.STANDARD);
        assertThat(MobsimConfig.readParameterSet(written, problems))
                .isEqualTo(ParameterSet.LIMA_CALLAO);
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void anUnknownSetOfDriversIsReported() {
        Config config = empty.with(MobsimConfig.MODULE, "parameterSet", "lima-calao");
        assertThat(MobsimConfig.readParameterSet(config, problems))
                .isEqualTo(ParameterSet.CITY_TREIBER);
        assertThat(problems.hasErrors()).isTrue();
        assertThat(problems.errors().get(0).toString()).contains("lima-callao");
    }

    @Test
    void theStandardIsWrittenAsItIsDocumented() {
        Config written = MobsimConfig.write(empty, MobsimParameters.STANDARD);
        for (Parameter<?> parameter : MobsimVocabulary.TABLE.parameters()) {
            assertThat(written.find(MobsimConfig.MODULE, parameter.name()))
                    .as(parameter.name())
                    .contains(parameter.standardText());
        }
        assertThat(written.module(MobsimConfig.MODULE).entries())
                .hasSameSizeAs(MobsimVocabulary.TABLE.parameters());
    }

    @Test
    void theGridsConfigIsUnderstood() {
        MobsimParameters read =
                MobsimConfig.read(
                        ConfigReader.read(Fixture.grid("config.xml"), problems), problems);
        assertThat(read.stepMillis()).isEqualTo(250);
        assertThat(read.carFollowing()).isEqualTo(CarFollowing.IDM);
        assertThat(read.startTime()).isEqualTo(21600);
        assertThat(read.endTime()).isEqualTo(36000);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "timeStep, 2",
        "timeStep, NaN",
        "timeStep, half",
        "sampleFactor, 0",
        "sampleFactor, 10",
        "carFollowing, Wiedemann",
        "checkMode, sometimes",
        "laneChanging, yes",
        "keepClear, -0.1",
        "criticalGap, Infinity",
        "reliefAfter, 0",
        "reactionTime, ''"
    })
    void impossibleValuesAreErrors(String name, String value) {
        MobsimConfig.read(empty.with(MobsimConfig.MODULE, name, value), problems);
        assertThat(problems.errors())
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.id()).isEqualTo("CH-CFG-003");
                            assertThat(p.element()).isEqualTo("chalaco." + name);
                            assertThat(p.message()).contains("possible:");
                        });
    }

    @Test
    void allWrongValuesAreReportedAtOnceWithARemedy() {
        MobsimConfig.read(
                empty.with("chalaco", "timestep", "0.5")
                        .with("chalaco", "carFollowing", "IIDMM")
                        .with("chalaco", "approachZone", "true")
                        .with("global", "randomSeed", "x")
                        .with("qsim", "endTime", "25 o'clock")
                        .with("qsim", "startTime", "40:00:00")
                        .with("chalacoo", "timeStep", "1"),
                problems);
        assertThat(problems.errors())
                .extracting(Problem::remedy)
                .contains(
                        "Maybe timeStep?",
                        "Maybe approachZones?",
                        "Maybe chalaco?",
                        "Maybe IIDM?",
                        "Maybe 4711?",
                        "Maybe endTime 24:00:00?");
        assertThat(problems.errorCount()).isEqualTo(7);
    }

    @Test
    void parametersOfThePluginAreNobodysMistake() {
        Config config = empty;
        for (Parameter<?> parameter : ParameterTable.plugin().parameters()) {
            config = config.with("chalaco", parameter.name(), parameter.standardText());
        }
        MobsimConfig.read(config, problems);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
        MobsimConfig.read(config.with("chalaco", "trajectoryInterval", "1"), problems);
        assertThat(problems.errors()).singleElement();
        assertThat(problems.errors().get(0).remedy()).isEqualTo("Maybe trajectoriesInterval?");
    }

    @Test
    void namesAreReadInAnyCaseAndNeverMeansInfinity() {
        MobsimParameters read =
                MobsimConfig.read(
                        empty.with("chalaco", "carFollowing", "idm_plus")
                                .with("chalaco", "reliefAfter", "never")
                                .with("qsim", "endTime", "undefined"),
                        problems);
        assertThat(read.carFollowing()).isEqualTo(CarFollowing.IDM_PLUS);
        assertThat(read.junctions().reliefAfter()).isInfinite();
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void everyParameterIsDescribedForTheManual() {
        List<ParameterTable> tables = new ArrayList<>(ParameterTable.all());
        tables.add(ParameterTable.plugin());
        tables.add(VehicleTypeAttributes.table());
        tables.addAll(NetworkAttributes.tables());
        for (ParameterTable table : tables) {
            for (Parameter<?> parameter : table.parameters()) {
                assertThat(parameter.meaning()).as(parameter.name()).matches("[A-Z0-9].*\\.");
                assertThat(parameter.range()).as(parameter.name()).isNotBlank();
                assertThat(parameter.unit()).as(parameter.name()).isNotBlank();
            }
            assertThat(table.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        }
        assertThat(tables).hasSizeGreaterThan(15);
    }
}
