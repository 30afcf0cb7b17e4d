package org.chalaco.formats.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.day2day.demand.Activity;
import org.chalaco.day2day.demand.Person;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: activities take place where their facilities are. */
class J15_FacilitiesTest {

    private static final String FILE =
            """
            <!DOCTYPE facilities SYSTEM "http://www.matsim.org/files/dtd/facilities_v2.dtd">
            <facilities name="town">
              <attributes><attribute name="crs" class="java.lang.String">EPSG:32718</attribute></attributes>
              <facility id="home" x="10" y="-20" linkId="WA">
                <activity type="home"><capacity value="4"/><opentime day="wkday" start_time="06:00:00" end_time="20:00:00"/></activity>
                <attributes><attribute name="a" class="java.lang.Integer">1</attribute></attributes>
              </facility>
              <facility id="park" x="5.5" y="7"/>
              <facility id="shop" linkId="EB"/>
            </facilities>
            """;

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final RoadNetwork network = Fixture.gridNetwork();

    private Map<String, Facility> read(String text) {
        return FacilitiesReader.read(
                Fixture.file(folder, "facilities.xml", text), network, problems);
    }

    private List<Activity> activities(Map<String, Facility> facilities, String... activities) {
        String plan = String.join("<leg mode=\"walk\"/>", activities);
        Path file =
                Fixture.file(
                        folder,
                        "plans.xml",
                        "<population><person id=\"a\"><plan>"
                                + plan
                                + "</plan></person></population>");
        List<Person> persons = new ArrayList<>();
        new PopulationReader(network, problems).facilities(facilities).read(file, persons::add);
        return persons.get(0).selectedPlan().activities();
    }

    @Test
    void placesAreReadFromBothVersions() {
        Facility home = new Facility("home", network.getLinkIndex("WA"), 10, -20);
        Facility park = new Facility("park", RoadNetwork.NONE, 5.5, 7);
        Facility shop = new Facility("shop", network.getLinkIndex("EB"), Double.NaN, Double.NaN);
        assertThat(read(FILE).values()).containsExactlyInAnyOrder(home, park, shop);
        assertThat(read(FILE.replace("_v2", "_v1")).values())
                .containsExactlyInAnyOrder(home, park, shop);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void activitiesGetWhatTheyLack() {
        List<Activity> activities =
                activities(
                        read(FILE),
                        "<activity type=\"h\" facility=\"home\" end_time=\"07:00:00\"/>",
                        "<activity type=\"p\" facility=\"park\" end_time=\"08:00:00\"/>",
                        "<activity type=\"s\" facility=\"shop\" end_time=\"09:00:00\"/>",
                        "<activity type=\"h\" facility=\"home\" link=\"EB\" x=\"1\" y=\"2\"/>");
        int home = network.getLinkIndex("WA");
        int shop = network.getLinkIndex("EB");
        assertThat(problems.text()).isEmpty();
        assertThat(activities)
                .containsExactly(
                        new Activity("h", home, 10, -20, 7 * 3600, Double.NaN),
                        new Activity("p", RoadNetwork.NONE, 5.5, 7, 8 * 3600, Double.NaN),
                        new Activity("s", shop, Double.NaN, Double.NaN, 9 * 3600, Double.NaN),
                        Activity.last("h", shop, 1, 2));
    }

    @Test
    void anUnknownFacilityIsNamedWithTheNearest() {
        activities(read(FILE), "<activity type=\"h\" facility=\"hame\"/>");
        assertThat(Fixture.errorsAt(problems)).containsExactly("CH-XML-012:1");
        assertThat(problems.text()).contains("(hame)").contains("home");
    }

    @Test
    void aPlaceOfItsOwnNeedsNoFacility() {
        activities(read(FILE), "<activity type=\"h\" facility=\"gone\" link=\"WA\"/>");
        assertThat(problems.errorCount()).isZero();
    }

    @Test
    void withoutTheFileThePlansSayWhatIsMissing() {
        activities(Map.of(), "<activity type=\"h\" facility=\"home\"/>");
        assertThat(Fixture.errorsAt(problems)).containsExactly("CH-POP-006:1");
        assertThat(problems.text()).contains("facilities.inputFacilitiesFile");
    }

    @Test
    void everyFaultIsNamed() {
        read(
                """
                <facilities>
                <facility x="1" y="2"/>
                <facility id="a"/>
                <facility id="b" x="1" y="2" linkId="nowhere"/>
                <facility id="c" linkId="WB"/>
                <facility id="c" x="one" y="2"/>
                <building/>
                </facilities>""");
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-008:2",
                        "CH-POP-006:3",
                        "CH-XML-012:5",
                        "CH-XML-009:6",
                        "CH-XML-011:6");
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-XML-012:4", "CH-XML-007:7");
    }
}
