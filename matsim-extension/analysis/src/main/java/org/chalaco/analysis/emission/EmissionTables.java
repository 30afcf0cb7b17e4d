package org.chalaco.analysis.emission;

import java.util.List;
import org.chalaco.analysis.kpi.KpiTable;

/** The tables of emissions: names, units and meanings of their columns. */
public final class EmissionTables {

    /** One row a class, and all. */
    public static final KpiTable<EmissionTotals.OfClass> CLASSES =
            KpiTable.of(
                    EmissionTotals.OfClass.class,
                    "emissions_classes",
                    "A vehicle class; ALL is all together",
                    "Una clase de vehículo; ALL es el total",
                    """
                    name           | | vehicle class | clase de vehículo
                    vehicleKm      | veh km | distance driven | distancia recorrida
                    vehicleHours   | veh h | time on the road | tiempo en la vía
                    standingShare  | - | part of that time standing | parte de ese tiempo parado
                    co2Kg          | kg | carbon dioxide | dióxido de carbono
                    noxKg          | kg | nitrogen oxides | óxidos de nitrógeno
                    vocKg          | kg | volatile organic compounds | compuestos orgánicos volátiles
                    pmKg           | kg | particles of the exhaust | partículas del escape
                    fuelLitres     | L | fuel, from the carbon dioxide | combustible, a partir del dióxido de carbono
                    co2PerKm       | g/veh km | carbon dioxide per vehicle-kilometre | dióxido de carbono por vehículo-kilómetro
                    noxPerKm       | g/veh km | nitrogen oxides per vehicle-kilometre | óxidos de nitrógeno por vehículo-kilómetro
                    vocPerKm       | g/veh km | volatile organic compounds per vehicle-kilometre | compuestos orgánicos volátiles por vehículo-kilómetro
                    pmPerKm        | g/veh km | particles per vehicle-kilometre | partículas por vehículo-kilómetro
                    litresPer100Km | L/100 veh km | fuel per hundred vehicle-kilometres | combustible por cien vehículos-kilómetro
                    """);

    /** One row a link and hour. */
    public static final KpiTable<EmissionTotals.OfLink> LINKS =
            KpiTable.of(
                    EmissionTotals.OfLink.class,
                    "emissions_links",
                    "A link in one hour, the box before it included",
                    "Un arco en una hora, con el cruce que lo precede",
                    """
                    linkId     | | link | arco
                    linkIndex  | - | index of the link | índice del arco
                    from       | s | start, since midnight | inicio, desde medianoche
                    until      | s | end, since midnight | fin, desde medianoche
                    length     | m | length of the link | longitud del arco
                    vehicleKm  | veh km | distance driven | distancia recorrida
                    co2        | g | carbon dioxide | dióxido de carbono
                    nox        | g | nitrogen oxides | óxidos de nitrógeno
                    voc        | g | volatile organic compounds | compuestos orgánicos volátiles
                    pm         | g | particles of the exhaust | partículas del escape
                    fuelLitres | L | fuel | combustible
                    co2PerKm   | g/veh km | carbon dioxide per vehicle-kilometre | dióxido de carbono por vehículo-kilómetro
                    co2Density | kg/(km h) | carbon dioxide per kilometre of road and hour | dióxido de carbono por kilómetro de vía y hora
                    noxDensity | g/(km h) | nitrogen oxides per kilometre of road and hour | óxidos de nitrógeno por kilómetro de vía y hora
                    """);

    private EmissionTables() {}

    /** All tables, in the order of the manual. */
    public static List<KpiTable<?>> listAll() {
        return List.of(CLASSES, LINKS);
    }
}
