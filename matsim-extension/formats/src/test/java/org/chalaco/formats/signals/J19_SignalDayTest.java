package org.chalaco.formats.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.chalaco.day2day.road.PlanChange;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: signal plans of all hours of the day. */
class J19_SignalDayTest {

    private static final double H = 3600;

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private static String plan(String id, String start, String stop) {
        return "<signalPlan id=\"%s\"><start daytime=\"%s\"/><stop daytime=\"%s\"/><cycleTime sec=\"60\"/><signalGroupSettings refId=\"EW\"><onset sec=\"0\"/><dropping sec=\"30\"/></signalGroupSettings><signalGroupSettings refId=\"NS\"><onset sec=\"35\"/><dropping sec=\"55\"/></signalGroupSettings></signalPlan>%n"
                .formatted(id, start, stop);
    }

    private SignalDay read(double startTime, String... plans) {
        String control =
                "<signalControl><signalSystem refId=\"A\"><signalSystemController><controllerIdentifier>DefaultPlanbasedSignalSystemController</controllerIdentifier>%s</signalSystemController></signalSystem></signalControl>"
                        .formatted(String.join("", plans));
        SignalFiles files =
                new SignalFiles(
                        Fixture.grid("signalSystems.xml"),
                        Fixture.grid("signalGroups.xml"),
                        Fixture.file(folder, "control.xml", control),
                        null,
                        null);
        return SignalsReader.readDay(
                files, Fixture.gridNetwork(), LaneDefinitions.NONE, startTime, problems);
    }

    private static List<String> told(List<PlanChange> changes) {
        return changes.stream()
                .map(c -> c.time() / H + " " + (c.plan() == null ? "off" : c.plan().id()))
                .toList();
    }

    @Test
    void everyPlanHoldsInItsHoursOfEveryDay() {
        SignalDay day =
                read(
                        8 * H,
                        plan("morning", "06:00:00", "10:00:00"),
                        plan("noon", "10:00:00", "15:00:00"),
                        plan("night", "22:00:00", "04:00:00"));
        assertThat(day.systems().get(0).plan().id()).isEqualTo("morning");
        assertThat(told(day.changes()))
                .containsExactly(
                        "10.0 noon",
                        "15.0 off",
                        "22.0 night",
                        "28.0 off",
                        "30.0 morning",
                        "34.0 noon",
                        "39.0 off",
                        "46.0 night");
        assertThat(problems.warnings()).noneMatch(p -> p.message().contains("not used"));
    }

    @Test
    void beforeItsFirstPlanASignalIsOff() {
        SignalDay day = read(5 * H, plan("day", "06:00:00", "20:00:00"));
        assertThat(day.systems()).hasSize(1);
        assertThat(told(day.changes()).subList(0, 3))
                .containsExactly("5.0 off", "6.0 day", "20.0 off");
    }

    @Test
    void onePlanForTheWholeDayNeverChanges() {
        assertThat(read(8 * H, plan("p", "00:00:00", "00:00:00")).changes()).isEmpty();
    }

    @Test
    void plansThatOverlapAreErrors() {
        read(8 * H, plan("one", "06:00:00", "10:00:00"), plan("two", "09:00:00", "12:00:00"));
        assertThat(problems.text()).contains("CH-SIG-001").contains("at the same time");
        assertThat(problems.hasErrors()).isTrue();
    }
}
