package org.chalaco.analysis.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chalaco.analysis.TestRoads;
import org.chalaco.analysis.count.CountComparison;
import org.chalaco.analysis.count.StationComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE UNDER TEST: every figure has a column with unit and meaning in two languages. */
class L09_TablesTest {

    /** Cells that are not figures of their own but broken down into others. */
    private static final List<String> NESTED = List.of("vehicleClass", "approaches", "queue");

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(KpiTables.CLASSES, ClassKpis.class),
                Arguments.of(KpiTables.INTERVALS, IntervalKpis.class),
                Arguments.of(KpiTables.LINKS, LinkKpis.class),
                Arguments.of(KpiTables.MOVEMENTS, MovementKpis.class),
                Arguments.of(KpiTables.APPROACHES, ApproachKpis.class),
                Arguments.of(KpiTables.INTERSECTIONS, IntersectionKpis.class),
                Arguments.of(CountComparison.TABLE, StationComparison.class));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyComponentIsAColumn(KpiTable<?> table, Class<?> type) {
        List<String> names = table.columns().stream().map(KpiColumn::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!NESTED.contains(component.getName())) {
                assertThat(names).contains(component.getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyColumnIsExplainedInBothLanguages(KpiTable<?> table, Class<?> type) {
        for (KpiColumn<?> column : table.columns()) {
            assertThat(column.english()).as(column.name()).isNotBlank();
            assertThat(column.spanish()).as(column.name()).isNotBlank();
            assertThat(column.unit())
                    .as(column.name())
                    .isIn(
                            "", "-", "s", "m", "km", "veh", "veh km", "veh h", "veh/h", "km/h",
                            "s/veh", "1/km", "PCU");
        }
        assertThat(table.toMarkdown(Locale.ENGLISH).lines())
                .hasSize(table.columns().size() + 2)
                .first()
                .isEqualTo("| column | unit | meaning |");
        assertThat(table.toMarkdown(Locale.forLanguageTag("es"))).startsWith("| columna | unidad");
    }

    @Test
    void csvHasAHeaderAndOneLinePerRow() throws IOException {
        Kpis kpis = new RandomDay(TestRoads.crossing(1), 1, RandomDay.identity(50)).kpis(900);
        StringBuilder csv = new StringBuilder();
        KpiTables.CLASSES.writeCsv(kpis.classes(), csv);

        assertThat(csv.toString().lines()).hasSize(3);
        assertThat(csv.toString())
                .startsWith("name,departures,entered,arrived,")
                .contains("\nBUS,");
        for (KpiTable<?> table : KpiTables.listAll()) {
            assertThat(table.name()).isNotBlank();
        }
    }

    record Odd(String text, double number, Double none) {}

    @Test
    void csvQuotesTextAndLeavesUndefinedFiguresEmpty() throws IOException {
        KpiTable<Odd> table =
                new KpiTable<>(
                        "odd",
                        "odd",
                        "raro",
                        List.of(
                                new KpiColumn<Odd>("text", "", "t", "t", Odd::text),
                                new KpiColumn<Odd>("number", "-", "n", "n", Odd::number),
                                new KpiColumn<Odd>("none", "-", "n", "n", Odd::none)));
        StringBuilder csv = new StringBuilder();
        table.writeCsv(
                List.of(
                        new Odd("plain", 1, null),
                        new Odd("a \"b\", c", 0.1 + 0.2, 5.0),
                        new Odd("x", Double.NaN, -1234.56789)),
                csv);
        assertThat(csv.toString())
                .isEqualTo("text,number,none\nplain,1,\n\"a \"\"b\"\", c\",0.3,5\nx,,-1234.5679\n");
    }

    @Test
    void aColumnWithoutFigureIsRefused() {
        assertThatThrownBy(() -> KpiTable.of(LinkKpis.class, "n", "e", "s", "speeed | - | a | b"))
                .hasMessageContaining("no figure (speeed)");
        assertThatThrownBy(() -> KpiTable.of(LinkKpis.class, "n", "e", "s", "linkId | a | b"))
                .hasMessageContaining("(3) fields");
    }
}
