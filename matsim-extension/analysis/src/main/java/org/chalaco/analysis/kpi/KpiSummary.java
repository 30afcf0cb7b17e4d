package org.chalaco.analysis.kpi;

import java.util.Locale;

/**
 * Writes the short table of {@link Kpis#summarize()}: trips wanted, arrived, unfinished on the road
 * and not begun for want of a gap; distance, mean speed, travel-time index (TTI); delay on the road
 * and waiting outside per trip; stops.
 */
final class KpiSummary {

    private static final String ROW = "%-12s %7s %7s %7s %9s %10s %6s %5s %8s %9s %9s%n";

    private static final Object[] HEADER_EN = {
        "class",
        "trips",
        "arrived",
        "on road",
        "not begun",
        "veh km",
        "km/h",
        "TTI",
        "delay s",
        "outside s",
        "stops/km"
    };

    private static final Object[] HEADER_ES = {
        "clase",
        "viajes",
        "llegan",
        "en vía",
        "sin salir",
        "veh km",
        "km/h",
        "ITV",
        "demora s",
        "espera s",
        "par./km"
    };

    private KpiSummary() {}

    static String of(Kpis kpis, Locale locale) {
        boolean inSpanish = locale.getLanguage().equals("es");
        StringBuilder text = new StringBuilder();
        text.append(ROW.formatted(inSpanish ? HEADER_ES : HEADER_EN));
        for (ClassKpis k : kpis.classes()) {
            append(text, inSpanish ? k.vehicleClass().spanish() : lowerCase(k), k);
        }
        append(text, inSpanish ? "total" : "all", kpis.total());
        appendIntersections(text, kpis, inSpanish);
        appendUnfinished(text, kpis.total(), inSpanish);
        if (kpis.total().removed() > 0) {
            text.append(
                    (inSpanish ? "Retirados por atasco: %d%n" : "Removed as hopeless: %d%n")
                            .formatted(kpis.total().removed()));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static void appendUnfinished(StringBuilder text, ClassKpis total, boolean inSpanish) {
        long unfinished = total.onRoadAtEnd() + total.waitingOutsideAtEnd();
        if (unfinished > 0) {
            text.append(
                    (inSpanish
                                    ? "Viajes sin terminar: %d, contados con su tiempo hasta el final%n"
                                    : "Trips unfinished: %d, counted with their time so far%n")
                            .formatted(unfinished));
        }
    }

    private static String lowerCase(ClassKpis k) {
        return k.name().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String name, ClassKpis k) {
        text.append(
                ROW.formatted(
                        name,
                        k.departures(),
                        k.arrived(),
                        k.onRoadAtEnd(),
                        k.waitingOutsideAtEnd(),
                        number("%.1f", k.vehicleKm()),
                        number("%.1f", k.meanSpeedKmh()),
                        number("%.2f", k.travelTimeIndex()),
                        number("%.0f", k.meanDelay()),
                        number("%.0f", k.meanWaitingOutside()),
                        number("%.2f", k.stopsPerKm())));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static void appendIntersections(StringBuilder text, Kpis kpis, boolean inSpanish) {
        if (kpis.intersections().isEmpty()) {
            return;
        }
        int[] grades = new int[LevelOfService.values().length];
        for (IntersectionKpis i : kpis.intersections()) {
            if (i.levelOfService() != null) {
                grades[i.levelOfService().ordinal()]++;
            }
        }
        text.append(
                inSpanish
                        ? "Intersecciones por nivel de servicio:"
                        : "Intersections by level of service:");
        for (LevelOfService grade : LevelOfService.values()) {
            text.append("  %s %d".formatted(grade, grades[grade.ordinal()]));
        }
        text.append('\n');
    }
}
