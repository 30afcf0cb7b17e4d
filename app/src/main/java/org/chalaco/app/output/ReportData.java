package org.chalaco.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.chalaco.app.report.ReportContent;
import org.chalaco.mobsim.network.RoadNetwork;

/**
 * What a report was made from, kept beside it so that it can be made again, for example by a newer
 * version: everything but the network, which lies there anyway.
 */
public final class ReportData {

    /** Name of the file in the output folder. */
    public static final String FILE = "report.json.gz";

    private ReportData() {}

    /** Writes the content without its network. */
    public static void write(ReportContent content, OutputFolder folder) throws IOException {
        OutputFolder.writeWhole(
                folder.file(FILE),
                temporary -> {
                    try (OutputStream out =
                            new GZIPOutputStream(Files.newOutputStream(temporary))) {
                        writer().writeValue(out, content);
                    }
                });
    }

    /** Reads the content and puts it on its network. */
    public static ReportContent read(OutputFolder folder, RoadNetwork network) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.file(FILE)))) {
            return reader(network).readValue(in, ReportContent.class);
        }
    }

    private static ObjectMapper writer() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(
                RoadNetwork.class,
                new StdSerializer<>(RoadNetwork.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void serialize(
                            RoadNetwork network, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeString("output_network.xml.gz");
                    }
                });
        return JsonMapper.builder().addModule(module).build();
    }

    private static ObjectMapper reader(RoadNetwork network) {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(
                RoadNetwork.class,
                new StdDeserializer<>(RoadNetwork.class) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public RoadNetwork deserialize(
                            JsonParser json, DeserializationContext context) {
                        return network;
                    }
                });
        return JsonMapper.builder().addModule(module).build();
    }
}
