package org.chalaco.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.chalaco.day2day.DayToDayParameters;
import org.chalaco.formats.config.Config;
import org.chalaco.formats.config.ConfigReader;
import org.chalaco.formats.config.ConfigWriter;
import org.chalaco.formats.config.DayToDayConfig;
import org.chalaco.formats.config.MobsimConfig;
import org.chalaco.formats.counts.Counts;
import org.chalaco.formats.counts.CountsWriter;
import org.chalaco.formats.lanes.LaneDefinitions;
import org.chalaco.formats.lanes.LanesWriter;
import org.chalaco.formats.network.NetworkWriter;
import org.chalaco.formats.plans.PopulationReader;
import org.chalaco.formats.plans.PopulationWriter;
import org.chalaco.formats.signals.SignalFiles;
import org.chalaco.formats.signals.SignalsReader;
import org.chalaco.formats.signals.SignalsWriter;
import org.chalaco.formats.vehicles.Vehicles;
import org.chalaco.formats.vehicles.VehiclesWriter;
import org.chalaco.mobsim.detector.CountStation;
import org.chalaco.mobsim.detector.TrafficCount;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.mobsim.run.MobsimParameters;
import org.chalaco.mobsim.signal.IntergreenMatrix;
import org.chalaco.mobsim.signal.SignalSystem;
import org.chalaco.mobsim.traffic.VehicleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * FEATURE UNDER TEST: files written here validate against MATSim's published grammars. The grammars
 * are not part of this project: give their folder with {@code -Dmatsim.grammars=...}, else these
 * tests are skipped.
 */
class J13_GrammarTest {

    @TempDir Path folder;
    private final RoadNetwork network = Fixture.gridNetwork();
    private Path grammars;

    @BeforeEach
    void findGrammars() {
        String property = System.getProperty("matsim.grammars", "");
        assumeTrue(
                !property.isEmpty() && Files.isDirectory(Path.of(property)),
                "MATSim's grammars are not here; name their folder with -Dmatsim.grammars=...");
        grammars = Path.of(property);
    }

    @Test
    void networkPopulationAndConfig() throws Exception {
        Path file = folder.resolve("network.xml");
        NetworkWriter.write(file, network, Map.of("chalaco:source", "(c) surveyors"));
        assertThat(dtdErrors(file)).isEmpty();
        file = folder.resolve("plans.xml");
        PopulationWriter.write(
                file,
                network,
                PopulationReader.read(Fixture.grid("plans.xml"), network).iterator());
        assertThat(dtdErrors(file)).isEmpty();
        file = folder.resolve("config.xml");
        Config config = ConfigReader.read(Fixture.grid("config.xml"), new Problems());
        config = MobsimConfig.write(config, MobsimParameters.STANDARD);
        ConfigWriter.write(file, DayToDayConfig.write(config, DayToDayParameters.STANDARD));
        assertThat(dtdErrors(file)).isEmpty();
    }

    @Test
    void vehiclesAndCounts() throws Exception {
        Path file = folder.resolve("vehicles.xml");
        VehiclesWriter.write(
                file, new Vehicles(List.of(VehicleType.CAR), Map.of("v1", "car", "v2", "car")));
        assertThat(schemaErrors(file, "vehicleDefinitions_v2.0.xsd")).isEmpty();
        file = folder.resolve("counts.xml");
        Counts counts =
                new Counts(
                        "n",
                        2026,
                        List.of(new CountStation("s", "WA", 3)),
                        List.of(new TrafficCount("s", 0, 3600, null, 12.5, 1)));
        CountsWriter.write(file, counts, new Problems());
        assertThat(schemaErrors(file, "counts_v1.xsd")).isEmpty();
    }

    @Test
    void signalsAndLanes() throws Exception {
        SignalFiles grid =
                new SignalFiles(
                        Fixture.grid("signalSystems.xml"),
                        Fixture.grid("signalGroups.xml"),
                        Fixture.grid("signalControl.xml"),
                        null,
                        null);
        SignalSystem a =
                SignalsReader.read(grid, network, LaneDefinitions.NONE, 28800, new Problems())
                        .get(0);
        IntergreenMatrix intergreens = new IntergreenMatrix(Map.of("EW", Map.of("NS", 5)));
        SignalSystem system =
                new SignalSystem(
                        a.id(), a.groups(), List.of(), intergreens, 3, 1, a.plan().withOffset(-7));
        SignalFiles files = SignalFiles.inFolder(folder);
        SignalsWriter.write(files, List.of(system));
        assertThat(schemaErrors(files.systems(), "signalSystems_v2.0.xsd")).isEmpty();
        assertThat(schemaErrors(files.groups(), "signalGroups_v2.0.xsd")).isEmpty();
        assertThat(schemaErrors(files.control(), "signalControl_v2.0.xsd")).isEmpty();
        assertThat(schemaErrors(files.amberTimes(), "amberTimes_v1.0.xsd")).isEmpty();
        assertThat(schemaErrors(files.intergreenTimes(), "intergreenTimes_v1.0.xsd")).isEmpty();
        Path lanes = folder.resolve("lanes.xml");
        LanesWriter.write(lanes, network, List.of("WA", "AB"));
        assertThat(schemaErrors(lanes, "laneDefinitions_v2.0.xsd")).isEmpty();
    }

    @Test
    void theFixtureItselfIsValid() throws Exception {
        for (String name : List.of("network.xml", "plans.xml", "config.xml")) {
            assertThat(dtdErrors(Fixture.grid(name))).as(name).isEmpty();
        }
        for (String name : List.of("signalSystems", "signalGroups", "signalControl")) {
            assertThat(schemaErrors(Fixture.grid(name + ".xml"), name + "_v2.0.xsd"))
                    .as(name)
                    .isEmpty();
        }
    }

    private List<String> dtdErrors(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        List<String> errors = new ArrayList<>();
        builder.setErrorHandler(collect(errors));
        builder.setEntityResolver(
                (publicId, systemId) -> new InputSource(local(systemId).toUri().toString()));
        builder.parse(file.toFile());
        return errors;
    }

    private List<String> schemaErrors(Path file, String schema) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        LSResourceResolver resolver =
                (type, namespace, publicId, systemId, base) -> new LocalInput(local(systemId));
        factory.setResourceResolver(resolver);
        Validator validator = factory.newSchema(grammars.resolve(schema).toFile()).newValidator();
        List<String> errors = new ArrayList<>();
        validator.setErrorHandler(collect(errors));
        validator.validate(new StreamSource(file.toFile()));
        return errors;
    }

    private Path local(String systemId) {
        return grammars.resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
    }

    private static ErrorHandler collect(List<String> errors) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add(e.toString());
            }

            @Override
            public void error(SAXParseException e) {
                errors.add(e.toString());
            }

            @Override
            public void fatalError(SAXParseException e) {
                errors.add(e.toString());
            }
        };
    }

    /** A grammar that another one includes. */
    private static final class LocalInput implements LSInput {

        private final String text;
        private final Path path;

        LocalInput(Path path) {
            this.path = path;
            try {
                text = Files.readString(path);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public java.io.Reader getCharacterStream() {
            return new java.io.StringReader(text);
        }

        @Override
        public String getSystemId() {
            return path.toUri().toString();
        }

        @Override
        public void setCharacterStream(java.io.Reader reader) {}

        @Override
        public java.io.InputStream getByteStream() {
            return null;
        }

        @Override
        public void setByteStream(java.io.InputStream stream) {}

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public void setStringData(String data) {}

        @Override
        public void setSystemId(String id) {}

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public void setPublicId(String id) {}

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public boolean getCertifiedText() {
            return true;
        }

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
