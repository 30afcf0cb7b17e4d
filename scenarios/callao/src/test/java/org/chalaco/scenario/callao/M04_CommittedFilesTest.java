package org.chalaco.scenario.callao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Problems;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: the files in the folder are what the recipe makes of the tables. */
class M04_CommittedFilesTest {

    @Test
    void committedFilesAreUpToDate(@TempDir Path fresh) {
        CallaoFiles.write(Callao.MORNING, fresh);
        assertThat(CallaoFiles.listDifferences(Callao.FOLDER, fresh))
                .as("run BuildCallao scenarios/callao")
                .isSubsetOf(List.of(CallaoFiles.PLANS)); // times and routes are learnt
        assertThat(CallaoFiles.hasJourneysOf(Callao.MORNING, Callao.FOLDER))
                .as("run BuildCallao scenarios/callao")
                .isTrue();
    }

    @Test
    @Tag("slow")
    void committedPlansAreWhatPeopleLearn() {
        assertThat(BuildCallao.listStaleBytes(Callao.FOLDER)).isEmpty();
    }

    @Test
    void filesReadBackAreTheScenario() {
        RoadNetwork network = NetworkReader.read(Callao.FOLDER.resolve(CallaoFiles.NETWORK));
        RoadNetwork built = Callao.MORNING.callao().network();
        for (int l = 0; l < built.linkCount(); l++) {
            Link read = network.link(l);
            assertThat(read.withAttributes(Map.of()))
                    .isEqualTo(built.link(l).withAttributes(Map.of()));
            assertThat(read.attributes()).containsAllEntriesOf(built.link(l).attributes());
        }
        assertThat(network.connectorCount())
                .isEqualTo(Callao.MORNING.callao().network().connectorCount());
    }

    @Test
    void plansReadBackAreThePeople(@TempDir Path fresh) {
        CallaoFiles.write(Callao.MORNING, fresh);
        RoadNetwork network = NetworkReader.read(fresh.resolve(CallaoFiles.NETWORK));
        List<Person> persons = PopulationReader.read(fresh.resolve(CallaoFiles.PLANS), network);
        assertThat(persons).isEqualTo(Callao.MORNING.persons());
        assertThat(CallaoFiles.hasJourneysOf(Callao.MORNING, fresh)).isTrue();
    }

    @Test
    void configIsUnderstood() {
        Problems problems = new Problems();
        Config config = ConfigReader.read(Callao.FOLDER.resolve("config.xml"), problems);
        MobsimParameters mobsim = MobsimConfig.read(config, problems);
        DayToDayParameters loop = DayToDayConfig.read(config, problems);
        assertThat(problems.text()).isEmpty();
        assertThat(mobsim.startTime()).isEqualTo(5.5 * 3600);
        assertThat(loop.routing().networkModes()).hasSize(10);
        assertThat(mobsim.laneChanging()).isEqualTo(Callao.MORNING.rules().laneChanging());
        assertThat(mobsim.junctions()).isEqualTo(Callao.MORNING.rules().junctions());
    }

    @Test
    void recipeIsDeterministic(@TempDir Path first, @TempDir Path second) {
        CallaoFacts small = Callao.FACTS.with("demand_scale", 0.02);
        CallaoFiles.write(CallaoMorning.of(small), first);
        CallaoFiles.write(CallaoMorning.of(small), second);
        assertThat(CallaoFiles.listDifferences(first, second)).isEmpty();
        assertThat(CallaoFiles.listDifferences(first, Callao.FOLDER)).isNotEmpty();
    }
}
