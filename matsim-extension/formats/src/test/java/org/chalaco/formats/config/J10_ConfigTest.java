package org.chalaco.formats.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chalaco.day2day.VehicleBehavior;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problem;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.chalaco.formats.config.RunSettings.VehiclesSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: configs are trees in which nothing gets lost, under old and new names. */
class J10_ConfigTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final Config config = ConfigReader.read(Fixture.grid("config.xml"), problems);

    @Test
    void modulesAreFoundByOldAndNewNames() {
        assertThat(config.find("controller", "lastIteration")).contains("5");
        assertThat(config.find("controler", "lastIteration")).contains("5");
        assertThat(config.find("scoring", "BrainExpBeta")).contains("2.0");
        assertThat(config.module("replanning").sets("strategysettings")).hasSize(2);
        assertThat(config.find("routing")).isEmpty();
        assertThat(config.find("qsim", "nothing")).isEmpty();
    }

    @Test
    void unknownModulesSurviveARoundTrip() {
        Path file = folder.resolve("config.xml");
        ConfigWriter.write(file, config);
        Config again = ConfigReader.read(file, problems);
        assertThat(withoutLines(again)).isEqualTo(withoutLines(config));
        assertThat(withoutLines(again)).contains("lighthouses[lamp=LED, tower[height=12, lens[]]]");
        assertThat(problems.hasErrors()).isFalse();
    }

    private static String withoutLines(Config config) {
        return config.modules().stream().map(J10_ConfigTest::text).toList().toString();
    }

    private static String text(ConfigEntry entry) {
        if (entry instanceof ConfigValue value) {
            return value.name() + "=" + value.value();
        }
        return entry.name()
                + ((ConfigGroup) entry).entries().stream().map(J10_ConfigTest::text).toList();
    }

    @Test
    void aValueIsChangedInItsPlace() {
        Config changed = config.with("controller", "lastIteration", "7");
        assertThat(changed.find("controler", "lastIteration")).contains("7");
        assertThat(changed.modules()).hasSameSizeAs(config.modules());
        assertThat(changed.find("controler").orElseThrow().entries())
                .extracting(ConfigEntry::name)
                .containsExactly("outputDirectory", "lastIteration", "overwriteFiles");
    }

    @Test
    void aNewValueAndANewModuleAreAdded() {
        Config changed = config.with("planCalcScore", "learningRate", "0.5").with("new", "a", "b");
        assertThat(changed.find("new", "a")).contains("b");
        assertThat(changed.module("scoring").entries().get(1))
                .isEqualTo(new ConfigValue("learningRate", "0.5", 0));
        assertThat(changed.module("scoring").sets("activityParams")).hasSize(1);
    }

    @Test
    void theFilesOfAConfigLieBesideIt() {
        InputFiles files = InputFiles.read(config, problems);
        assertThat(files.network()).isEqualTo(Fixture.grid("network.xml"));
        assertThat(files.plans()).isEqualTo(Fixture.grid("plans.xml"));
        assertThat(files.signals().control()).isEqualTo(Fixture.grid("signalControl.xml"));
        assertThat(files.vehicles()).isNull();
        assertThat(files.signals().amberTimes()).isNull();
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void missingFilesAreAllNamed() {
        Config broken =
                config.with("network", "inputNetworkFile", "nettwork.xml")
                        .with("plans", "inputPlansFile", "https://example.org/plans.xml.gz")
                        .with("counts", "inputCountsFile", "null")
                        .with("signalsystems", "signalcontrol", "");
        InputFiles.read(broken, problems);
        assertThat(problems.errors())
                .extracting(Problem::element)
                .containsExactly(
                        "network.inputNetworkFile",
                        "plans.inputPlansFile",
                        "signalsystems.signalcontrol");
        assertThat(problems.text()).contains("Maybe download it first?");
    }

    @Test
    void theSettingsOfARunAreRead() {
        assertThat(RunSettings.read(config, problems))
                .isEqualTo(
                        new RunSettings(
                                "output/grid",
                                OverwriteFiles.DELETE_DIRECTORY_IF_EXISTS,
                                null,
                                "EPSG:32718",
                                Set.of("car", "truck"),
                                VehiclesSource.MODE_VEHICLE_TYPES,
                                false,
                                VehicleBehavior.TELEPORT,
                                WrongRoutes.REFUSE));
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        String text =
                """
                <config xmlns:xi="http://www.w3.org/2001/XInclude">
                <module/>
                <module name="qsim"><param name="endTime"/><param value="3"/><parameterset/></module>
                <xi:include href="other.xml"/>
                <modul name="x"/>
                </config>""";
        Config read = ConfigReader.read(Fixture.file(folder, "c.xml", text), problems);
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-008:2",
                        "CH-XML-008:3",
                        "CH-XML-008:3",
                        "CH-XML-008:3",
                        "CH-CFG-004:4");
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-XML-007:5");
        assertThat(read.modules()).extracting(ConfigGroup::name).isEqualTo(List.of("qsim"));
    }

    @Test
    void aModuleGivenTwiceIsJoined() {
        String text =
                "<config><module name=\"controler\"><param name=\"a\" value=\"1\"/></module><module name=\"controller\"><param name=\"b\" value=\"2\"/></module></config>";
        Config read = ConfigReader.read(Fixture.file(folder, "c.xml", text), problems);
        assertThat(read.modules()).hasSize(1);
        assertThat(read.find("controller", "b")).contains("2");
    }
}
