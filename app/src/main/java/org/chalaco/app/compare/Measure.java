package org.chalaco.app.compare;

import java.util.Arrays;
import java.util.List;
import org.chalaco.app.report.Wording;

/** What strategies are compared by: one number a run. */
public enum Measure {
    DELAY("delay", "veh h", true, "delay and waiting to enter", "demora y espera para entrar"),
    TRIP_TIME("trip-time", "s", true, "mean trip time", "tiempo medio de viaje"),
    TRIP_DELAY("trip-delay", "s", true, "mean delay of a trip", "demora media por viaje"),
    P95_DELAY(
            "p95-delay", "s", true, "delay of the unlucky 5 %", "demora del 5 % con menos suerte"),
    WORST_MOVEMENT(
            "worst-movement",
            "s/veh",
            true,
            "mean delay of the worst movement",
            "demora media del peor movimiento"),
    STOPS("stops", "1/veh km", true, "stops", "paradas"),
    SPEED("speed", "km/h", false, "mean speed", "velocidad media"),
    THROUGHPUT("throughput", "veh/h", false, "arrivals", "llegadas"),
    UNFINISHED("unfinished", "veh", true, "trips not over at the end", "viajes sin terminar"),
    WAITING("waiting", "veh h", true, "waiting to enter", "espera para entrar"),
    PEDESTRIANS(
            "pedestrian-wait", "s", true, "mean wait of pedestrians", "espera media de peatones"),
    LONGEST_WALK(
            "pedestrian-longest",
            "s",
            true,
            "longest wait of a pedestrian",
            "mayor espera de un peatón"),
    CO2("co2", "g/veh km", true, "carbon dioxide", "dióxido de carbono"),
    NOX("nox", "g/veh km", true, "nitrogen oxides", "óxidos de nitrógeno"),
    PM("pm", "g/veh km", true, "particles", "partículas"),
    FUEL("fuel", "L/100 veh km", true, "fuel", "combustible"),
    CO2_TOTAL("co2-total", "kg", true, "carbon dioxide in all", "dióxido de carbono en total");

    private final String id;
    private final String unit;
    private final boolean lowerIsBetter;
    private final Wording wording;

    Measure(String id, String unit, boolean lowerIsBetter, String english, String spanish) {
        this.id = id;
        this.unit = unit;
        this.lowerIsBetter = lowerIsBetter;
        wording = new Wording(english, spanish);
    }

    /** Name in files and on the command line. */
    public String id() {
        return id;
    }

    /** Unit; {@code -} for a pure number. */
    public String unit() {
        return unit;
    }

    /** Whether less of it is better. */
    public boolean lowerIsBetter() {
        return lowerIsBetter;
    }

    /** What it is, in both languages. */
    public Wording wording() {
        return wording;
    }

    /** All ids, in the order of the manual. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Measure::id).toList();
    }

    /** The measure of an id, or null. */
    static Measure find(String id) {
        return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst().orElse(null);
    }
}
