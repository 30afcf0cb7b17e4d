package org.chalaco.formats.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.chalaco.formats.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: who asks for what only the queue model does is told so. */
class J16_MigrationTest {

    private final Problems problems = new Problems();
    private final Config empty = Config.empty(Path.of("config.xml"));

    @ParameterizedTest
    @CsvSource({
        "qsim,flowCapacityFactor,0.1,sampleFactor",
        "qsim,storageCapacityFactor,0.3,sampleFactor",
        "qsim,removeStuckVehicles,true,reliefAfter",
        "qsim,linkDynamics,PassingQ,second lane",
        "qsim,snapshotperiod,00:00:10,film"
    })
    void whatIsNotDoneIsSaid(String module, String name, String value, String remedy) {
        MobsimConfig.read(empty.with(module, name, value), problems);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.warnings()).hasSize(1);
        assertThat(problems.warnings().get(0).id()).isEqualTo("CH-CFG-006");
        assertThat(problems.warnings().get(0).toString()).contains(name, value, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "qsim,flowCapacityFactor,1",
        "qsim,flowCapacityFactor,1.0",
        "qsim,vehicleBehavior,teleport",
        "qsim,linkDynamics,FIFO",
        "qsim,stuckTime,30.0",
        "qsim,trafficDynamics,kinematicWaves",
        "qsim,snapshotperiod,undefined",
        "network,timeVariantNetwork,false",
        "transit,useTransit,false"
    })
    void whatMatsimWritesByItselfIsNoReasonToWarn(String module, String name, String value) {
        MobsimConfig.read(empty.with(module, name, value), problems);

        assertThat(problems.warnings()).isEmpty();
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void everyParameterStandsOnce() {
        assertThat(Migration.listAll())
                .hasSizeGreaterThan(25)
                .extracting(row -> row.module() + "." + row.name())
                .doesNotHaveDuplicates();
    }
}
