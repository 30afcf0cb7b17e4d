package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.chalaco.analysis.TestRoads;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: the short table, and the difference of two runs. */
class L10_SummaryTest {

    private final Kpis kpis =
            new RandomDay(TestRoads.crossing(1), 3, RandomDay.identity(80)).kpis(900);

    @Test
    void theTableHasALinePerClassAndTheTotal() {
        List<String> english = kpis.summarize().lines().toList();
        List<String> spanish = kpis.summarize(Locale.forLanguageTag("es-PE")).lines().toList();

        assertThat(english).hasSameSizeAs(spanish);
        assertThat(english.get(1)).startsWith("car ");
        assertThat(english.get(2)).startsWith("bus ");
        assertThat(english.get(3))
                .startsWith("all ")
                .contains(" %d ".formatted(kpis.total().departures()));
        assertThat(spanish.get(1)).startsWith("auto ");
        assertThat(spanish.get(3)).startsWith("total ");
        assertThat(english.get(4)).startsWith("Intersections by level of service:  A 0");
        assertThat(english.get(5))
                .isEqualTo(
                        "Trips unfinished: %d, counted with their time so far",
                        kpis.total().onRoadAtEnd() + kpis.total().waitingOutsideAtEnd());
        assertThat(english.get(6)).isEqualTo("Removed as hopeless: " + kpis.total().removed());
        assertThat(english.subList(0, 4))
                .allMatch(line -> line.length() == english.get(0).length());
        assertThat(spanish.subList(0, 4))
                .allMatch(line -> line.length() == spanish.get(0).length());
    }

    @Test
    void differencesAreAbsoluteAndRelative() {
        Kpis other = new RandomDay(TestRoads.crossing(1), 4, RandomDay.identity(100)).kpis(900);
        List<KpiDifference> differences = other.diff(kpis);
        KpiDifference departures =
                differences.stream()
                        .filter(d -> d.scope().equals("ALL") && d.name().equals("departures"))
                        .findFirst()
                        .orElseThrow();

        assertThat(departures.base()).isEqualTo(kpis.total().departures());
        assertThat(departures.value()).isEqualTo(other.total().departures());
        assertThat(departures.absolute())
                .isEqualTo(other.total().departures() - kpis.total().departures());
        assertThat(departures.relative())
                .isEqualTo(departures.absolute() / kpis.total().departures());
        assertThat(departures.unit()).isEqualTo("veh");
        assertThat(differences).extracting(KpiDifference::scope).contains("CAR", "BUS");
        assertThat(kpis.diff(kpis)).allMatch(d -> d.absolute() == 0);
        assertThat(new KpiDifference("ALL", "x", "-", 0, 3).relative()).isNaN();
        assertThat(new KpiDifference("ALL", "x", "-", -2, -3).relative()).isEqualTo(-0.5);
    }
}
