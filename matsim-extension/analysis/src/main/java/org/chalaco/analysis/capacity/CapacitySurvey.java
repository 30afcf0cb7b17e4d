package org.chalaco.analysis.capacity;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.chalaco.analysis.kpi.SaturationFlowSurvey;
import org.chalaco.analysis.kpi.SignalledConnectors;
import org.chalaco.mobsim.event.EventSink;
import org.chalaco.mobsim.event.TrafficEvent;
import org.chalaco.mobsim.event.TrafficEvent.LinkEnter;
import org.chalaco.mobsim.event.TrafficEvent.LinkLeave;
import org.chalaco.mobsim.event.TrafficEvent.SignalChange;
import org.chalaco.mobsim.event.TrafficEvent.VehicleEntersTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleLeavesTraffic;
import org.chalaco.mobsim.event.TrafficEvent.VehicleStuck;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.traffic.VehicleType;

/**
 * Measures what every link can carry from the events of a run; give it to the run as a sink, then
 * call {@link #finish}.
 *
 * <p>Where a queue of eight vehicles or more discharged, its flow is measured as the HCM measures
 * saturation flow; elsewhere it is computed by {@link SaturationHeadway} from the speed of the
 * turns that were taken. Cost: a few array accesses an event. Not thread-safe; serves one run.
 */
public final class CapacitySurvey implements EventSink {

    /** Who lost more than this on a link without a signal was in a queue, even if it crept, s. */
    private static final double QUEUED_AFTER = 5;

    private final CapacitySetting setting;
    private final IntFunction<VehicleType> typeOfVehicle;
    private final SignalledConnectors connectors;
    private final SaturationFlowSurvey discharge;
    private final GreenTime greens;
    private final LinkRoom room;
    private final long[] crossings; // per connector
    private final long[] blocked; // per connector: those into a link that was nearly full
    private double[] freeExit = {}; // per vehicle: when it would leave its link on an empty road

    /**
     * A survey of one run.
     *
     * @param typeOfVehicle type of a vehicle by its index
     */
    public CapacitySurvey(CapacitySetting setting, IntFunction<VehicleType> typeOfVehicle) {
        this.setting = setting;
        this.typeOfVehicle = typeOfVehicle;
        connectors = new SignalledConnectors(setting.network(), setting.signals());
        discharge =
                SaturationFlowSurvey.ofAllLanes(
                        setting.network(),
                        setting.signals(),
                        vehicle -> typeOfVehicle.apply(vehicle).pcu());
        greens = new GreenTime(connectors, setting.signals());
        room = new LinkRoom(setting.network());
        crossings = new long[setting.network().connectorCount()];
        blocked = new long[crossings.length];
    }

    @Override
    public void accept(TrafficEvent event) {
        if (event instanceof LinkLeave e) {
            discharge.accept(withCreeping(e));
            leave(e);
        } else if (event instanceof LinkEnter e) {
            enter(e.vehicleIndex(), e.linkIndex(), e.time(), 0);
        } else if (event instanceof SignalChange e) {
            discharge.accept(e);
            greens.accept(e);
        } else if (event instanceof VehicleEntersTraffic e) {
            enter(e.vehicleIndex(), e.linkIndex(), e.time(), e.relativePosition());
        } else if (event instanceof VehicleLeavesTraffic e) {
            room.leave(e.linkIndex(), metres(e.vehicleIndex()));
        } else if (event instanceof VehicleStuck e) {
            room.leave(e.linkIndex(), metres(e.vehicleIndex()));
        }
    }

    private void enter(int vehicle, int link, double time, double position) {
        room.enter(link, metres(vehicle));
        if (vehicle >= freeExit.length) {
            freeExit = Arrays.copyOf(freeExit, Math.max(2 * freeExit.length, vehicle + 1));
        }
        RoadNetwork network = setting.network();
        double metres = network.length(link) * (1 - position);
        double speed = Math.min(network.freeSpeed(link), typeOfVehicle.apply(vehicle).maxSpeed());
        freeExit[vehicle] = time + metres / speed;
    }

    /** Without a signal, who crept in a queue counts as having stopped in it. */
    private LinkLeave withCreeping(LinkLeave e) {
        int connector = e.connectorIndex();
        boolean signalised = connector >= 0 && connectors.groupsOf(connector) != null;
        boolean crept = e.time() - freeExit[e.vehicleIndex()] > QUEUED_AFTER;
        return signalised || e.stops() > 0 || !crept
                ? e
                : new LinkLeave(e.time(), e.vehicleIndex(), e.linkIndex(), connector, 1);
    }

    private void leave(LinkLeave e) {
        room.leave(e.linkIndex(), metres(e.vehicleIndex()));
        int connector = e.connectorIndex();
        if (connector >= 0) {
            crossings[connector]++;
            if (room.isNearlyFull(setting.network().toLink(connector))) {
                blocked[connector]++;
            }
        }
    }

    /** Room a vehicle takes in a queue, m; one of a sample takes that of all it stands for. */
    private double metres(int vehicle) {
        VehicleType type = typeOfVehicle.apply(vehicle);
        return (type.length() + type.driver().standstillGap()) / setting.sampleFactor();
    }

    /** What the run showed; call it at its end. */
    public CapacityReport finish() {
        return new CapacityAssembly(setting, connectors, greens, crossings, blocked)
                .assemble(discharge.results());
    }
}
