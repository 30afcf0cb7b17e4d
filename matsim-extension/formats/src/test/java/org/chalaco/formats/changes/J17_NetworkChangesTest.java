package org.chalaco.formats.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chalaco.day2day.road.LinkChange;
import org.chalaco.day2day.road.LinkCondition;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.network.RoadNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: MATSim's network change events become conditions of links. */
class J17_NetworkChangesTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();
    private final RoadNetwork network = Fixture.gridNetwork();

    private List<LinkChange> read(String events) {
        return NetworkChangesReader.read(
                Fixture.file(folder, "changes.xml", text(events)), network, problems);
    }

    private static String text(String events) {
        return "<networkChangeEvents xmlns=\"http://www.matsim.org/files/dtd\">\n%s</networkChangeEvents>"
                .formatted(events);
    }

    private static String event(String time, String link, String what) {
        return "<networkChangeEvent startTime=\"%s\"><link refId=\"%s\"/>%s</networkChangeEvent>\n"
                .formatted(time, link, what);
    }

    private static String value(String what, String type, String value) {
        return "<%s type=\"%s\" value=\"%s\"/>".formatted(what, type, value);
    }

    @Test
    void whatHoldsIsWhatTheEventsBeforeLeft() {
        // in another order than that of time
        List<LinkChange> changes =
                read(
                        event("08:00:00", "WA", value("freespeed", "scaleFactor", "0.5"))
                                + event("07:00:00", "WA", value("freespeed", "absolute", "10"))
                                + event("09:00:00", "WA", value("lanes", "offset", "-1"))
                                + event("10:00:00", "WA", value("flowCapacity", "absolute", "0")));
        int link = network.getLinkIndex("WA");
        // 7200 vehicles in 2 h
        assertThat(changes)
                .containsExactly(
                        new LinkChange(7 * 3600, link, new LinkCondition(10, 2, 1)),
                        new LinkChange(8 * 3600, link, new LinkCondition(5, 2, 1)),
                        new LinkChange(9 * 3600, link, new LinkCondition(5, 1, 1)),
                        new LinkChange(10 * 3600, link, new LinkCondition(5, 1, 0)));
        assertThat(changes.get(2).condition().isClosed()).isFalse();
        assertThat(changes.get(3).condition().isClosed()).isTrue();
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void aZippedFileIsTheSame() throws Exception {
        String text = text(event("07:00:00", "WA", value("freespeed", "absolute", "0")));
        Path file = folder.resolve("changes.xml.gz");
        Files.write(file, Fixture.gzip(text));
        List<LinkChange> changes = NetworkChangesReader.read(file, network, problems);
        assertThat(changes).singleElement().matches(c -> c.condition().isClosed());
    }

    @Test
    void aCapacityAloneIsToldToChangeNothing() {
        read(event("07:00:00", "WA", value("flowCapacity", "scaleFactor", "0.5")));
        assertThat(Fixture.warningsAt(problems)).containsExactly("CH-CHG-001:2");
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        read(
                event("7 o'clock", "WA", value("lanes", "absolute", "1"))
                        + event("07:00:00", "WAA", value("lanes", "absolute", "1"))
                        + event("07:00:00", "WA", value("lanes", "absolut", "1"))
                        + event("07:00:00", "WA", value("freespeed", "absolute", "-3"))
                        + event("07:00:00", "WA", value("freespeed", "absolute", "NaN"))
                        + "<networkChangeEvent><link refId=\"WA\"/></networkChangeEvent>\n");
        assertThat(Fixture.errorsAt(problems))
                .containsExactly(
                        "CH-XML-010:2",
                        "CH-XML-012:3",
                        "CH-CHG-001:4",
                        "CH-CHG-001:5",
                        "CH-XML-009:6",
                        "CH-XML-008:7");
        assertThat(problems.text()).contains("Maybe WA?").contains("Maybe absolute?");
    }

    @Test
    void aCutOffFileIsAnError() {
        String text = text(event("07:00:00", "WA", value("lanes", "absolute", "1")));
        NetworkChangesReader.read(
                Fixture.file(folder, "c.xml", text.substring(0, text.length() - 30)),
                network,
                problems);
        assertThat(problems.errors()).singleElement().matches(p -> p.id().startsWith("CH-XML"));
    }
}
