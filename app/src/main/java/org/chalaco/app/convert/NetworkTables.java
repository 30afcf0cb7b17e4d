package org.chalaco.app.convert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.chalaco.mobsim.network.Junction;
import org.chalaco.mobsim.network.Link;
import org.chalaco.mobsim.network.RoadNetwork;
import org.chalaco.scenario.osm.UtmProjection;

/** A network as a table of links or as a map of lines. */
final class NetworkTables {

    private NetworkTables() {}

    static long csv(RoadNetwork network, Writer out) throws IOException {
        Table table = new Table(out);
        table.row(
                "link",
                "name",
                "from",
                "to",
                "from_x",
                "from_y",
                "to_x",
                "to_y",
                "length_m",
                "lanes",
                "freespeed_kmh",
                "rank",
                "modes");
        for (int l = 0; l < network.linkCount(); l++) {
            Link link = network.link(l);
            Junction from = network.junction(network.fromJunction(l));
            Junction to = network.junction(network.toJunction(l));
            table.row(
                    link.id(),
                    link.attributes().get("name"),
                    link.from(),
                    link.to(),
                    from.x(),
                    from.y(),
                    to.x(),
                    to.y(),
                    link.length(),
                    link.laneCount(),
                    kmh(link),
                    link.rank(),
                    String.join(" ", link.modes()));
        }
        return network.linkCount();
    }

    /** One LineString per link (RFC 7946, where a projection to degrees is known). */
    static long geoJson(RoadNetwork network, UtmProjection projection, Writer out)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (int l = 0; l < network.linkCount(); l++) {
                json.writeRaw('\n');
                feature(network, l, projection, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return network.linkCount();
    }

    private static void feature(
            RoadNetwork network, int l, UtmProjection projection, JsonGenerator json)
            throws IOException {
        Link link = network.link(l);
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", link.id());
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", link.attributes().getOrDefault("name", ""));
        json.writeNumberField("length_m", link.length());
        json.writeNumberField("lanes", link.laneCount());
        json.writeNumberField("freespeed_kmh", kmh(link));
        json.writeStringField("modes", String.join(" ", link.modes()));
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "LineString");
        json.writeArrayFieldStart("coordinates");
        point(network.junction(network.fromJunction(l)), projection, json);
        point(network.junction(network.toJunction(l)), projection, json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void point(Junction junction, UtmProjection projection, JsonGenerator json)
            throws IOException {
        double[] place =
                projection == null
                        ? new double[] {junction.x(), junction.y()}
                        : projection.toDegrees(junction.x(), junction.y());
        json.writeStartArray();
        // Seven decimals of a degree are a centimetre.
        json.writeNumber(Math.round(place[0] * 1e7) / 1e7);
        json.writeNumber(Math.round(place[1] * 1e7) / 1e7);
        json.writeEndArray();
    }

    private static double kmh(Link link) {
        return Math.round(link.freeSpeed() * 36) / 10.0;
    }
}
