package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.day2day.demand.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: people learn their times and routes before the scenario is shipped. */
class M08_RelaxationTest {

    private static final Path CONFIG = Callao.FOLDER.resolve("config.xml");
    private static final CallaoMorning FEW =
            CallaoMorning.of(Callao.FACTS.with("demand_scale", 0.02));

    private final List<String> report = new ArrayList<>();

    private List<Person> learnt(int threads) {
        return new Relaxation(FEW, CONFIG, threads, report::add).after(3).persons();
    }

    @Test
    void goingSomewhereStaysWhatItWas(@TempDir Path folder) {
        List<Person> after = learnt(1);
        assertThat(after).isNotEqualTo(FEW.persons());
        assertThat(after).allMatch(p -> p.plans().size() == 1);
        CallaoFiles.write(FEW.withPersons(after), folder);
        assertThat(CallaoFiles.hasJourneysOf(FEW, folder)).isTrue();
        CallaoFiles.write(FEW.withPersons(after.subList(1, after.size())), folder);
        assertThat(CallaoFiles.hasJourneysOf(FEW, folder)).isFalse();
    }

    @Test
    void everyDayIsReported() {
        learnt(1);
        assertThat(report).hasSize(5);
        assertThat(report.get(4)).startsWith("| 2 | ");
    }

    @Test
    void numberOfThreadsChangesNothing() {
        assertThat(learnt(2)).isEqualTo(learnt(1));
    }
}
