package org.chalaco.analysis.capacity;

import java.util.List;
import org.chalaco.analysis.kpi.KpiTable;

/** The tables of the capacity report: names, units and meanings of their columns. */
public final class CapacityTables {

    /** One row a link. */
    public static final KpiTable<LinkCapacity> LINKS =
            KpiTable.of(
                    LinkCapacity.class,
                    "capacity",
                    "A link: what it can carry in the simulation, and what the network file says",
                    "Un arco: lo que puede llevar en la simulación y lo que dice el archivo de red",
                    """
                    linkId          | | link | arco
                    linkIndex       | - | its index | su índice
                    laneCount       | - | lanes | carriles
                    fileCapacity    | PCU/h | capacity in the network file | capacidad en el archivo de red
                    saturationFlow  | PCU/h | saturation flow of all lanes, per hour of green | flujo de saturación de todos los carriles, por hora de verde
                    measuredLanes   | - | lanes whose saturation flow was measured where a queue discharged; that of the others is computed | carriles cuyo flujo de saturación se midió donde se descargó una cola; el de los demás se calcula
                    greenShare      | - | share of time with green | parte del tiempo en verde
                    capacity        | PCU/h | saturation flow times green share | flujo de saturación por parte en verde
                    ratio           | - | capacity over that of the file | capacidad entre la del archivo
                    disagrees       | | whether they differ by more than 20 % | si difieren en más del 20 %
                    cause           | | likely cause | causa probable
                    laneFactor      | - | what the lanes carry straight on over the file's capacity | lo que llevan los carriles en recto entre la capacidad del archivo
                    turnFactor      | - | flow at the speed of turns over that at the speed of the road | flujo a la velocidad de giro entre el de la vía
                    dischargeFactor | - | measured over computed saturation flow | flujo de saturación medido entre calculado
                    """);

    /** One row a lane group. */
    public static final KpiTable<LaneGroupCapacity> LANE_GROUPS =
            KpiTable.of(
                    LaneGroupCapacity.class,
                    "capacity_lane_groups",
                    "Lanes of a link that are released together",
                    "Carriles de un arco que se liberan juntos",
                    """
                    linkId         | | link | arco
                    linkIndex      | - | its index | su índice
                    lanes          | | lanes, counted from the kerb | carriles, contados desde la acera
                    signalGroups   | | signal groups that release them, as system/group | grupos semafóricos que los liberan, como sistema/grupo
                    laneCount      | - | number of lanes | número de carriles
                    flowOfLanes    | PCU/h | computed saturation flow at the speed of the road | flujo de saturación calculado a la velocidad de la vía
                    flowInTurns    | PCU/h | computed saturation flow at the speed of the turns taken | flujo de saturación calculado a la velocidad de los giros
                    saturationFlow | PCU/h | measured where a queue discharged, else as in turns | medido donde se descargó una cola, si no como en los giros
                    measuredLanes  | - | how many of the lanes were measured | cuántos carriles se midieron
                    headways       | - | headways measured | intervalos medidos
                    greenShare     | - | share of time with green, 1 without a signal | parte del tiempo en verde, 1 sin semáforo
                    capacity       | PCU/h | saturation flow times green share | flujo de saturación por parte en verde
                    givesWay       | | whether somebody has priority over these lanes | si alguien tiene prioridad sobre estos carriles
                    blockedShare   | - | share of the crossings into a link that was nearly full | parte de los cruces hacia un arco casi lleno
                    """);

    private CapacityTables() {}

    /** All tables, in the order of the manual. */
    public static List<KpiTable<?>> listAll() {
        return List.of(LINKS, LANE_GROUPS);
    }
}
