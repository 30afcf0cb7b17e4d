package org.chalaco.formats.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.WrongRoutes;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Leg;
import org.chalaco.day2day.demand.Person;
import org.chalaco.day2day.demand.Plan;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE UNDER TEST: MATSim populations are read person by person, and written so again. */
class J04_PopulationTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final RoadNetwork network = Fixture.gridNetwork();

    private List<Person> read(Path file) {
        List<Person> persons = new ArrayList<>();
        new PopulationReader(network, problems).read(file, persons::add);
        return persons;
    }

    private List<Person> readPlan(String elements) {
        String text =
                "<population>\n<person id=\"p\">\n<plan>\n%s\n</plan>\n</person>\n</population>"
                        .formatted(elements);
        return read(Fixture.file(folder, "plans.xml", text));
    }

    private int link(String id) {
        return network.getLinkIndex(id);
    }

    @Test
    void personsPlansAndAttributesAreRead() {
        List<Person> persons = read(Fixture.grid("plans.xml"));
        assertThat(persons).extracting(Person::id).containsExactly("ana", "truck 1");
        Person ana = persons.get(0);
        assertThat(ana.attributes())
                .containsExactly(Map.entry("age", "34"), Map.entry("subpopulation", "worker"));
        assertThat(ana.plans()).hasSize(2);
        assertThat(ana.selected()).isEqualTo(1);
        assertThat(ana.plans().get(0).score()).isEqualTo(121.5);
        assertThat(ana.plans().get(1).score()).isNaN();
    }

    @Test
    void activitiesAndRoutedLegsAreRead() {
        Plan plan = read(Fixture.grid("plans.xml")).get(0).plans().get(0);
        assertThat(plan.activities().get(0))
                .isEqualTo(new Activity("home", link("WA"), 50, 3, 7 * 3600, Double.NaN));
        assertThat(plan.legs().get(0))
                .isEqualTo(
                        new Leg(
                                "car",
                                7 * 3600,
                                90,
                                Route.of(link("WA"), link("AB"), link("BE")),
                                410.5));
    }

    @Test
    void teleportedLegsKeepTimeAndDistance() {
        Plan plan = read(Fixture.grid("plans.xml")).get(0).plans().get(0);
        assertThat(plan.legs().get(1)).isEqualTo(new Leg("walk", Double.NaN, 720, null, 600));
    }

    @Test
    void anActivityWithoutALinkTakesThatOfTheRoute() {
        Plan plan = read(Fixture.grid("plans.xml")).get(1).selectedPlan();
        assertThat(plan.activities().get(1).linkIndex()).isEqualTo(link("BSB"));
        assertThat(plan.activities().get(0).endTime()).isNaN();
    }

    @Test
    void aPersonWithoutAPlanIsLeftOutWithAWarning() {
        read(Fixture.grid("plans.xml"));
        assertThat(problems.hasErrors()).isFalse();
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-POP-002:37");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        PopulationReader reader = new PopulationReader(network, problems);
        List<Person> persons = new ArrayList<>();
        reader.read(Fixture.grid("plans.xml"), persons::add);
        Path file = folder.resolve("again.xml.gz");
        try (PopulationWriter writer =
                PopulationWriter.create(file, network, reader.attributeClasses())) {
            persons.forEach(writer::add);
            writer.commit();
        }
        assertThat(PopulationReader.read(file, network)).isEqualTo(persons);
        Path plain = folder.resolve("again.xml");
        PopulationWriter.write(plain, network, persons.iterator());
        assertThat(Files.readString(plain))
                .contains("end_time=\"07:10:00.5\"")
                .contains(">WA AB BE</route>");
    }

    @Test
    void timesAndScoresSurviveToTheLastDigit() {
        Activity home = new Activity("h", link("WA"), 1.0 / 3, -0.1, 25200.123456789, 1e-3);
        Activity work = Activity.last("w", link("BE"), Double.NaN, Double.NaN);
        Leg leg =
                new Leg(
                        "car",
                        100000.7,
                        1234.1,
                        Route.of(link("WA"), link("AB"), link("BE")),
                        410.123);
        Plan plan = new Plan(List.of(home, work), List.of(leg), -1.0e-17);
        Person person = Person.of("<\"&'>\u00e1\ud83d\ude97", Map.of("a b", "x\ny\t<"), plan);
        Path file = folder.resolve("digits.xml");
        PopulationWriter.write(file, network, List.of(person).iterator());
        assertThat(PopulationReader.read(file, network)).containsExactly(person);
    }

    @Test
    void anUncommittedFileLeavesNothing() throws IOException {
        try (PopulationWriter writer =
                PopulationWriter.create(
                        folder.resolve("x.xml"),
                        network,
                        new org.chalaco.formats.AttributeClasses())) {
            read(Fixture.grid("plans.xml")).forEach(writer::add);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void unknownLinksAreErrorsWithANearName() {
        readPlan(
                """
                <activity type="h" link="WAA" end_time="08:00"/>
                <leg mode="car"><route type="links">WA AB
                BEE</route></leg>
                <activity type="w" link="BE"/>""");
        assertThat(Fixture.errorsAt(problems)).containsExactly("CH-XML-012:4", "CH-XML-012:5");
        assertThat(problems.errors().get(0).remedy()).isIn("Maybe WA?", "Maybe SAA?");
    }

    @Test
    void routesThatDoNotHoldTogetherAreErrors() {
        readPlan(
                """
                <activity type="h" link="WA"/>
                <leg mode="car"><route type="links">WA BE</route></leg>
                <activity type="w" link="EB"/>""");
        assertThat(Fixture.errorsAt(problems)).containsExactly("CH-POP-003:5", "CH-POP-003:5");
    }

    @Test
    void aForbiddenTurnDropsTheRoute() {
        List<Person> persons =
                readPlan(
                        """
                        <activity type="h" link="AB"/>
                        <leg mode="car"><route type="links">AB BNB</route></leg>
                        <activity type="w" link="BNB"/>""");
        assertThat(problems.hasErrors()).isFalse();
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-POP-004:5");
        assertThat(persons.get(0).selectedPlan().legs().get(0).route()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,1,0,false", "REPLACE,0,1,false", "REMOVE,0,1,true"})
    void aRouteThatJumpsIsWhatTheConfigSays(
            WrongRoutes rule, int errors, int warnings, boolean kept) {
        String text =
                "<population><person id=\"p\"><plan><activity type=\"h\" link=\"WA\"/><leg mode=\"car\"><route type=\"links\">WA BE</route></leg><activity type=\"w\" link=\"BE\"/></plan></person></population>";
        List<Person> persons = new ArrayList<>();
        new PopulationReader(Fixture.gridNetwork(), problems)
                .wrongRoutes(rule)
                .read(Fixture.file(folder, "wrong.xml", text), persons::add);

        assertThat(problems.errors()).hasSize(errors);
        assertThat(problems.warnings()).hasSize(warnings);
        assertThat(problems.text()).contains("CH-POP-003").contains("(BE)").contains("(WA)");
        assertThat(persons.get(0).selectedPlan().legs().get(0).route() != null).isEqualTo(kept);
    }

    @Test
    void aRouteOfAnotherKindIsDropped() {
        List<Person> persons =
                readPlan(
                        """
                        <activity type="h" link="AB"/>
                        <leg mode="pt"><route type="drt">60.0 60.0</route></leg>
                        <activity type="w" link="BNB"/>""");
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-POP-005:5");
        assertThat(persons.get(0).selectedPlan().legs().get(0).route()).isNull();
    }

    @Test
    void activitiesAndLegsMustAlternate() {
        readPlan("<leg mode=\"car\"/>\n<activity type=\"h\" link=\"WA\"/>");
        readPlan("<activity type=\"h\" link=\"WA\"/>\n<activity type=\"h\" link=\"WA\"/>");
        readPlan("<activity type=\"h\" link=\"WA\"/>\n<leg mode=\"car\"/>\n<leg mode=\"car\"/>");
        readPlan("<activity type=\"h\" link=\"WA\"/>\n<leg mode=\"car\"/>");
        readPlan("<act type=\"h\" link=\"WA\"/>\n<leg mode=\"car\"/>");
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-POP-001:4",
                        "CH-POP-001:5",
                        "CH-POP-001:6",
                        "CH-POP-001:6",
                        "CH-POP-001:4");
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        read(
                Fixture.file(
                        folder,
                        "plans.xml",
                        """
                        <population>
                        <person><plan><activity type="h" link="WA"/></plan></person>
                        <person id="a"><plan score="good"><activity link="WA" end_time="7 o'clock"/></plan></person>
                        <person id="a"><plan><activity type="h" x="1"/></plan></person>
                        <person id="b"><plan><activity type="h" x="NaN" y="1"/><leg/><activity type="h" facility="f"/></plan></person>
                        </population>"""));
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-008:2",
                        "CH-XML-009:3",
                        "CH-XML-008:3",
                        "CH-XML-010:3",
                        "CH-XML-011:4",
                        "CH-POP-006:4",
                        "CH-XML-009:5",
                        "CH-XML-008:5",
                        "CH-POP-006:5");
    }
}
