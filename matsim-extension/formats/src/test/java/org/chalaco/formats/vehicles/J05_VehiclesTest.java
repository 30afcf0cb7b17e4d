package org.chalaco.formats.vehicles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chalaco.formats.Fixture;
import org.chalaco.formats.Problems;
import org.chalaco.mobsim.traffic.DriverParameters;
import org.chalaco.mobsim.traffic.DriverSpread;
import org.chalaco.mobsim.traffic.ParameterSet;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: vehicle types carry their drivers' parameters through MATSim's files. */
class J05_VehiclesTest {

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private Vehicles read(String content) {
        String text =
                "<vehicleDefinitions xmlns=\"http://www.matsim.org/files/dtd\">\n%s\n</vehicleDefinitions>"
                        .formatted(content);
        return VehiclesReader.read(Fixture.file(folder, "v.xml", text), problems);
    }

    private VehicleType readType(String id, String content) {
        Vehicles vehicles = read("<vehicleType id=\"%s\">%s</vehicleType>".formatted(id, content));
        return vehicles.types().get(0);
    }

    private static String attribute(String name, String value) {
        return "<attributes><attribute name=\"chalaco:%s\" class=\"java.lang.Double\">%s</attribute></attributes>"
                .formatted(name, value);
    }

    @Test
    void everyFieldOfATypeSurvives() {
        List<VehicleType> types = new ArrayList<>();
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            double k = 1 + vehicleClass.ordinal() / 20.0;
            types.add(
                    new VehicleType(
                            "t" + vehicleClass.ordinal(),
                            vehicleClass,
                            4.1 * k,
                            20 * k,
                            1.1 * k,
                            new DriverParameters(
                                    1.01 * k, 1.2 * k, 2.3 * k, 1.4 * k, 1.6 * k, 4.5 * k, 0.1 * k),
                            new DriverSpread(.11 * k, .12 * k, .13 * k, .14 * k, .15 * k)));
        }
        types.add(
                new VehicleType(
                        "fast",
                        VehicleClass.CAR,
                        7.5,
                        Double.POSITIVE_INFINITY,
                        1,
                        DriverParameters.CITY,
                        DriverSpread.NONE));
        Vehicles vehicles = new Vehicles(types, Map.of("v & w", "fast"));
        Path file = folder.resolve("vehicles.xml.gz");
        VehiclesWriter.write(file, vehicles);
        assertThat(VehiclesReader.read(file, problems)).isEqualTo(vehicles);
        assertThat(problems.hasErrors()).isFalse();
    }

    @Test
    void whatATypeDoesNotSayTheSetOfDriversSays() {
        Path file =
                Fixture.file(
                        folder,
                        "v.xml",
                        """
                        <vehicleDefinitions xmlns="http://www.matsim.org/files/dtd">
                          <vehicleType id="truck">%s<length meter="9"/></vehicleType>
                          <vehicleType id="van"><length meter="5"/></vehicleType>
                        </vehicleDefinitions>
                        """
                                .formatted(attribute("timeGap", "1.1")));
        List<VehicleType> types =
                VehiclesReader.read(file, ParameterSet.LIMA_CALLAO, problems).types();
        VehicleType truck = ParameterSet.LIMA_CALLAO.type(VehicleClass.TRUCK);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(types.get(0).driver().timeGap()).isEqualTo(1.1);
        assertThat(types.get(0).driver().maxAcceleration())
                .isEqualTo(truck.driver().maxAcceleration());
        assertThat(types.get(0).spread()).isEqualTo(truck.spread());
        assertThat(types.get(0).length()).isEqualTo(9);
        assertThat(types.get(1).driver())
                .isEqualTo(ParameterSet.LIMA_CALLAO.type(VehicleClass.CAR).driver());
        assertThat(VehiclesReader.read(file, problems).types().get(1).driver())
                .isEqualTo(DriverParameters.CITY);
    }

    @Test
    void matsimsDefaultLengthIsTheRoomInAQueue() {
        assertThat(readType("car", "").length()).isEqualTo(5.5);
        assertThat(readType("car", "<length meter=\"7.5\"/>").length()).isEqualTo(5.5);
        assertThat(readType("car", "<length meter=\"12\"/>").length()).isEqualTo(12);
        assertThat(readType("car", attribute("standstillGap", "3")).length()).isEqualTo(4.5);
        assertThat(readType("car", attribute("standstillGap", "3") + "<length meter=\"7.5\"/>"))
                .extracting(VehicleType::length)
                .isEqualTo(7.5);
    }

    @Test
    void theClassComesFromTheAttributeOrTheIdOrTheMode() {
        assertThat(readType("x", attribute("vehicleClass", "BUS")).vehicleClass())
                .isEqualTo(VehicleClass.BUS);
        assertThat(readType("mototaxi", "").vehicleClass()).isEqualTo(VehicleClass.MOTOTAXI);
        assertThat(readType("x", "<networkMode networkMode=\"truck\"/>").vehicleClass())
                .isEqualTo(VehicleClass.TRUCK);
        assertThat(readType("x", "").vehicleClass()).isEqualTo(VehicleClass.CAR);
    }

    @Test
    void matsimsOtherElementsAreAccepted() {
        VehicleType type =
                readType(
                        "bus",
                        """
                        <attributes><attribute name="vsp" class="java.lang.String">x</attribute></attributes>
                        <description>a bus</description><capacity seats="70" standingRoomInPersons="0"/>
                        <length meter="18"/><width meter="2.5"/><maximumVelocity meterPerSecond="INF"/>
                        <engineInformation/><costInformation/><passengerCarEquivalents pce="2.8"/>
                        <networkMode networkMode="bus"/><flowEfficiencyFactor factor="1.0"/>""");
        assertThat(type.pcu()).isEqualTo(2.8);
        assertThat(type.maxSpeed()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(problems.errorCount() + problems.warningCount()).isZero();
    }

    @Test
    void everythingWrongIsReportedAtOnce() {
        read(
                """
                <vehicleType id="a"><length meter="-1"/><maximumVelocity meterPerSecond="fast"/></vehicleType>
                <vehicleType id="a"><passengerCarEquivalents pce="0"/></vehicleType>
                <vehicleType id="b"><attributes><attribute name="chalaco:timeGap" class="java.lang.Double">NaN</attribute>
                <attribute name="chalaco:timegap" class="java.lang.Double">1</attribute>
                <attribute name="chalaco:vehicleClass" class="java.lang.String">BUSS</attribute></attributes></vehicleType>
                <vehicleType/>
                <vehicle id="v" type="c"/>
                <vehicle id="v" type="a"/>""");
        assertThat(problems.errors())
                .extracting(p -> p.id())
                .containsExactly(
                        "CH-XML-009",
                        "CH-XML-009",
                        "CH-XML-009",
                        "CH-XML-011",
                        "CH-VEH-001",
                        "CH-VEH-001",
                        "CH-CFG-002",
                        "CH-XML-008",
                        "CH-XML-012",
                        "CH-XML-011");
        assertThat(problems.text()).contains("Maybe chalaco:timeGap?").contains("Maybe BUS?");
    }
}
