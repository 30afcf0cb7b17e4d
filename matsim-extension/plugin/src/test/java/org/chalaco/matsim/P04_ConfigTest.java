// SPDX-License-Identifier: GPL-2.0-or-later
package org.chalaco.matsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Parameter;
import org.chalaco.mobsim.run.CarFollowing;
import org.chalaco.mobsim.run.MobsimParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matsim.core.config.Config;
import org.matsim.core.config.ConfigUtils;
import org.matsim.core.config.ConfigWriter;

/** FEATURE UNDER TEST: the parameters of the mobsim in a MATSim config. */
class P04_ConfigTest {

    @TempDir private Path folder;

    @Test
    void everyParameterOfTheCommandIsThereWithItsDefault() {
        ChalacoConfigGroup group = new ChalacoConfigGroup();
        for (Parameter<?> parameter : ConfigParameters.byName().values()) {
            assertThat(group.getParams()).containsKey(parameter.name());
            assertThat(group.getComments().get(parameter.name()))
                    .startsWith(parameter.meaning())
                    .contains(parameter.unit(), parameter.range(), parameter.standardText());
        }
        assertThat(group.getComments().keySet()).containsAll(group.getParams().keySet());
    }

    @Test
    void defaultsAreThoseOfTheMobsim() {
        Problems problems = new Problems();
        MobsimParameters parameters =
                new ChalacoConfigGroup().toMobsimParameters(ConfigUtils.createConfig(), problems);

        assertThat(problems.errors()).isEmpty();
        assertThat(parameters)
                .isEqualTo(
                        MobsimParameters.STANDARD.withTimes(
                                parameters.startTime(), parameters.endTime()));
    }

    @Test
    void aWrittenConfigMeansTheSameWhenRead() throws Exception {
        Config config = ConfigUtils.createConfig(new ChalacoConfigGroup());
        ChalacoConfigGroup group = ConfigUtils.addOrGetModule(config, ChalacoConfigGroup.class);
        group.setTimeStep(0.25);
        group.setCarFollowing(CarFollowing.IDM_PLUS);
        group.setReliefAfter(180);
        group.setLaneChanging(false);
        Path file = folder.resolve("config.xml");
        new ConfigWriter(config).write(file.toString());

        assertThat(Files.readString(file)).contains("Car-following model of all drivers.");
        Config read = ConfigUtils.loadConfig(file.toString(), new ChalacoConfigGroup());
        assertThat(ConfigUtils.addOrGetModule(read, ChalacoConfigGroup.class).getParams())
                .isEqualTo(group.getParams());
    }

    @Test
    void allValuesThatCannotBeAreToldAtOnce() {
        Config config = ConfigUtils.createConfig(new ChalacoConfigGroup());
        ChalacoConfigGroup group = ConfigUtils.addOrGetModule(config, ChalacoConfigGroup.class);
        group.setTimeStep(7);
        group.setKeepClear(-1);
        group.setParameterSet("nobody");

        Problems problems = new Problems();
        group.toMobsimParameters(config, problems);
        assertThat(problems.errors()).hasSizeGreaterThanOrEqualTo(2);
        assertThatThrownBy(() -> group.checkConsistency(config))
                .hasMessageContainingAll("timeStep", "keepClear");
    }

    @Test
    void aSampleIsTakenFromTheQueueModelWithAWarning() {
        Config config = ConfigUtils.createConfig(new ChalacoConfigGroup());
        ChalacoConfigGroup group = ConfigUtils.addOrGetModule(config, ChalacoConfigGroup.class);
        assertThat(QueueSettings.warnings(config.qsim(), group)).isEmpty();

        config.qsim().setFlowCapFactor(0.1);
        assertThat(QueueSettings.sampleFactor(config.qsim(), group)).isEqualTo(0.1);
        assertThat(QueueSettings.warnings(config.qsim(), group))
                .singleElement()
                .asString()
                .contains("0.1");
        group.setSampleFactor(0.5);
        assertThat(QueueSettings.sampleFactor(config.qsim(), group)).isEqualTo(0.5);
    }
}
