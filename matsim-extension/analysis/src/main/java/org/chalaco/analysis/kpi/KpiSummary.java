package org.chalaco.analysis.kpi;

import java.util.Locale;

/** Writes the short table of {@link Kpis#summarize()}. */
final class KpiSummary {

    private static final String HEADER_EN =
            "class         trips arrived on road waiting     veh km   km/h   TTI  delay s  wait s  stops/km";
    private static final String HEADER_ES =
            "clase        viajes  llegan  en vía  espera     veh km   km/h   ITV demora s esper s parad/km";

    private KpiSummary() {}

    static String of(Kpis kpis, Locale locale) {
        boolean inSpanish = locale.getLanguage().equals("es");
        StringBuilder text = new StringBuilder();
        text.append(inSpanish ? HEADER_ES : HEADER_EN).append('\n');
        for (ClassKpis k : kpis.classes()) {
            append(text, inSpanish ? k.vehicleClass().spanish() : lowerCase(k), k);
        }
        append(text, inSpanish ? "total" : "all", kpis.total());
        appendIntersections(text, kpis, inSpanish);
        if (kpis.total().removed() > 0) {
            text.append(
                    (inSpanish ? "Retirados por atasco: %d%n" : "Removed as hopeless: %d%n")
                            .formatted(kpis.total().removed()));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static String lowerCase(ClassKpis k) {
        return k.name().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String name, ClassKpis k) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-12s %6d %7d %7d %7d %10.1f %6s %5s %8s %7s %9s%n",
                        name,
                        k.departures(),
                        k.arrived(),
                        k.onRoadAtEnd(),
                        k.waitingOutsideAtEnd(),
                        k.vehicleKm(),
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
