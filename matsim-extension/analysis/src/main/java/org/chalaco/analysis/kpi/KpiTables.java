package org.chalaco.analysis.kpi;

import java.util.List;

/**
 * Every table of key figures with its columns: name, unit, meaning in English and Spanish. Files,
 * report and manual are all written from here.
 */
public final class KpiTables {

    /** Totals per class and of all classes. */
    public static final KpiTable<ClassKpis> CLASSES =
            KpiTable.of(
                    ClassKpis.class,
                    "classes",
                    "A vehicle class; ALL is all together",
                    "Una clase de vehículo; ALL es el total",
                    """
                    name                | | vehicle class | clase de vehículo
                    departures          | veh | vehicles that wanted to drive before the end of the run | vehículos que quisieron salir antes del fin
                    entered             | veh | vehicles that came onto the road | vehículos que entraron a la vía
                    arrived             | veh | vehicles that reached their destination | vehículos que llegaron a su destino
                    onRoadAtEnd         | veh | trips unfinished: on the road when the run ended | viajes sin terminar: en la vía al final
                    waitingOutsideAtEnd | veh | had not found a gap to enter when the run ended | aún sin hueco para entrar al final
                    removed             | veh | taken off the road as hopeless before the end | retirados de la vía por atasco sin salida
                    vehicleKm           | veh km | distance driven, without unfinished last links | distancia recorrida, sin los últimos arcos inconclusos
                    vehicleHours        | veh h | time on the road | tiempo en la vía
                    freeFlowHours       | veh h | time that distance takes alone on the road with green all the way | tiempo de esa distancia a flujo libre y siempre en verde
                    delayHours          | veh h | time lost on the road | tiempo perdido en la vía
                    waitingOutsideHours | veh h | time spent waiting to enter | tiempo de espera para entrar
                    stops               | - | times a vehicle came to a stop | número de paradas
                    arrivedTripHours    | veh h | sum of trip times of those that arrived, waiting to enter included | suma de tiempos de viaje de los que llegaron, con la espera para entrar
                    arrivedKm           | veh km | distance driven by those that arrived | distancia recorrida por los que llegaron
                    meanSpeedKmh        | km/h | distance over time on the road | distancia entre tiempo en la vía
                    travelTimeIndex     | - | time on the road over free-flow time | tiempo en la vía entre tiempo a flujo libre
                    meanDelay           | s/veh | time lost per vehicle that entered | demora por vehículo que entró
                    meanWaitingOutside  | s/veh | time waited to enter per departure | espera para entrar por salida
                    meanTripTime        | s | wanted departure to arrival, mean of those that arrived | de la salida deseada a la llegada, media de los que llegaron
                    meanTripKm          | km | distance per vehicle that arrived | distancia por vehículo que llegó
                    stopsPerKm          | 1/km | stops per vehicle-kilometre | paradas por vehículo-kilómetro
                    """);

    /** The whole network by interval. */
    public static final KpiTable<IntervalKpis> INTERVALS =
            KpiTable.of(
                    IntervalKpis.class,
                    "intervals",
                    "The whole network in one interval",
                    "Toda la red en un intervalo",
                    """
                    from                 | s | start, since midnight | inicio, desde medianoche
                    until                | s | end, since midnight | fin, desde medianoche
                    departures           | veh | vehicles that wanted to leave | vehículos que quisieron salir
                    entered              | veh | vehicles that came onto the road | vehículos que entraron a la vía
                    arrived              | veh | vehicles that reached their destination | vehículos que llegaron a su destino
                    removed              | veh | taken off the road as hopeless | retirados de la vía por atasco sin salida
                    onRoadAtEnd          | veh | on the road at the end of the interval | en la vía al final del intervalo
                    waitingOutsideAtEnd  | veh | waiting to enter at the end of the interval | esperando entrar al final del intervalo
                    vehicleKm            | veh km | distance driven | distancia recorrida
                    vehicleHours         | veh h | time on the road | tiempo en la vía
                    freeFlowHours        | veh h | time that distance takes alone on the road | tiempo de esa distancia a flujo libre
                    waitingOutsideHours  | veh h | time spent waiting to enter | tiempo de espera para entrar
                    throughputVehPerHour | veh/h | arrivals per hour | llegadas por hora
                    meanSpeedKmh         | km/h | distance over time on the road | distancia entre tiempo en la vía
                    travelTimeIndex      | - | time on the road over free-flow time | tiempo en la vía entre tiempo a flujo libre
                    """);

    /** Links, over the run or by interval. */
    public static final KpiTable<LinkKpis> LINKS =
            KpiTable.of(
                    LinkKpis.class,
                    "links",
                    "A link, the box before it included",
                    "Un arco, con el cruce que lo precede",
                    """
                    linkId          | | link | arco
                    linkIndex       | - | index of the link | índice del arco
                    from            | s | start, since midnight | inicio, desde medianoche
                    until           | s | end, since midnight | fin, desde medianoche
                    entered         | veh | vehicles that entered it or started on it | vehículos que entraron o partieron en él
                    left            | veh | vehicles that left it or arrived on it | vehículos que salieron o llegaron a su destino en él
                    unfinished      | veh | on it when the run ended, or removed from it | presentes al final o retirados de él
                    vehicleKm       | veh km | distance driven | distancia recorrida
                    vehicleHours    | veh h | time spent | tiempo en el arco
                    freeFlowHours   | veh h | time that distance takes alone on the road with green | tiempo de esa distancia a flujo libre y en verde
                    delaySeconds    | s | time lost by those that left, and so far by those there at the end | tiempo perdido por los que salieron y, hasta el final, por los que quedan
                    stops           | - | times a vehicle came to a stop | número de paradas
                    meanSpeedKmh    | km/h | distance over time | distancia entre tiempo
                    travelTimeIndex | - | time over free-flow time | tiempo entre tiempo a flujo libre
                    meanDelay       | s/veh | time lost per vehicle that left or never did | demora por vehículo que salió o quedó
                    flowVehPerHour  | veh/h | vehicles that left per hour | vehículos que salieron por hora
                    meanVehicles    | veh | vehicles on it, mean | vehículos presentes, media
                    """);

    /** Movements, over the run or by interval. */
    public static final KpiTable<MovementKpis> MOVEMENTS =
            KpiTable.of(
                    MovementKpis.class,
                    "movements",
                    "A movement from link to link through an intersection",
                    "Un movimiento de arco a arco por una intersección",
                    """
                    fromLinkId         | | link left | arco de salida
                    toLinkId           | | link entered | arco de entrada
                    fromLinkIndex      | - | its index | su índice
                    toLinkIndex        | - | its index | su índice
                    junctionId         | | intersection | intersección
                    turn               | | how it bends | giro
                    control            | | how the intersection is controlled | control de la intersección
                    from               | s | start, since midnight | inicio, desde medianoche
                    until              | s | end, since midnight | fin, desde medianoche
                    vehicles           | veh | vehicles that crossed the stop line | vehículos que cruzaron la línea de parada
                    pcu                | PCU | the same in passenger car units | lo mismo en unidades de coche patrón (UCP)
                    delaySeconds       | s | sum of control delays | suma de demoras por control
                    stops              | - | times they came to a stop on the approach | paradas en el acceso
                    degreeOfSaturation | - | served flow over capacity of its busiest lane | flujo servido entre capacidad de su carril más cargado
                    meanControlDelay   | s/veh | control delay per vehicle | demora por control por vehículo
                    stopsPerVehicle    | - | stops per vehicle | paradas por vehículo
                    flowVehPerHour     | veh/h | flow | flujo
                    levelOfService     | | grade by HCM, A to F | nivel de servicio HCM, A a F
                    """);

    /** Approaches of intersections, over the run or by interval. */
    public static final KpiTable<ApproachKpis> APPROACHES =
            KpiTable.of(
                    ApproachKpis.class,
                    "approaches",
                    "An approach of an intersection",
                    "Un acceso de una intersección",
                    """
                    linkId             | | link of the approach | arco del acceso
                    linkIndex          | - | its index | su índice
                    control            | | how the intersection is controlled | control de la intersección
                    from               | s | start, since midnight | inicio, desde medianoche
                    until              | s | end, since midnight | fin, desde medianoche
                    vehicles           | veh | vehicles that crossed the stop line | vehículos que cruzaron la línea de parada
                    unfinished         | veh | on it when the run ended, or removed from it | presentes al final o retirados de él
                    delaySeconds       | s | sum of control delays, of unfinished vehicles so far | suma de demoras por control, de los inconclusos hasta el final
                    stops              | - | times they came to a stop | número de paradas
                    degreeOfSaturation | - | served flow over capacity of its busiest lane | flujo servido entre capacidad de su carril más cargado
                    meanControlDelay   | s/veh | control delay per vehicle, unfinished included | demora por control por vehículo, con los inconclusos
                    stopsPerVehicle    | - | stops per vehicle | paradas por vehículo
                    flowVehPerHour     | veh/h | flow | flujo
                    levelOfService     | | grade by HCM, A to F | nivel de servicio HCM, A a F
                    meanQueueLength    | m | queue from the stop line, longest lane, mean | cola desde la línea de parada, carril más largo, media
                    p95QueueLength     | m | its 95th percentile | su percentil 95
                    maxQueueLength     | m | its longest | su máximo
                    meanQueueVehicles  | veh | queued vehicles in all lanes, mean | vehículos en cola en todos los carriles, media
                    p95QueueVehicles   | veh | their 95th percentile | su percentil 95
                    maxQueueVehicles   | veh | most | máximo
                    """);

    /** Intersections, over the run or by interval. */
    public static final KpiTable<IntersectionKpis> INTERSECTIONS =
            KpiTable.of(
                    IntersectionKpis.class,
                    "intersections",
                    "An intersection: all its approaches",
                    "Una intersección: todos sus accesos",
                    """
                    junctionId         | | junction | intersección
                    junctionIndex      | - | its index | su índice
                    control            | | how it is controlled | control
                    from               | s | start, since midnight | inicio, desde medianoche
                    until              | s | end, since midnight | fin, desde medianoche
                    vehicles           | veh | vehicles that crossed a stop line | vehículos que cruzaron una línea de parada
                    unfinished         | veh | on an approach when the run ended, or removed from one | en un acceso al final o retirados de él
                    meanControlDelay   | s/veh | control delay per vehicle, unfinished included | demora por control por vehículo, con los inconclusos
                    stopsPerVehicle    | - | stops per vehicle | paradas por vehículo
                    flowVehPerHour     | veh/h | flow | flujo
                    degreeOfSaturation | - | served flow over capacity of the busiest lane | flujo servido entre capacidad del carril más cargado
                    p95QueueLength     | m | longest 95th percentile queue of its approaches | mayor cola percentil 95 de sus accesos
                    levelOfService     | | grade by HCM, A to F | nivel de servicio HCM, A a F
                    """);

    private KpiTables() {}

    /** All tables. */
    public static List<KpiTable<?>> listAll() {
        return List.of(CLASSES, INTERVALS, LINKS, MOVEMENTS, APPROACHES, INTERSECTIONS);
    }
}
