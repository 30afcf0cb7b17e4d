package org.chalaco.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.chalaco.formats.network.NetworkReader;
import org.chalaco.formats.plans.PopulationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * FEATURE UNDER TEST: broken and hostile files end quickly in a clear error, load nothing from
 * elsewhere and do not fill the memory.
 */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class J02_HostileInputTest {

    private static final String NODES =
            "<network><nodes><node id=\"a\" x=\"0\" y=\"0\"/></nodes><links>";

    @TempDir Path folder;
    private final Problems problems = new Problems();

    private Problem readBroken(Path file) {
        new NetworkReader(problems).readNetwork(file);
        assertThat(problems.errors()).hasSize(1);
        return problems.errors().get(0);
    }

    private Problem readBroken(String text) {
        return readBroken(Fixture.file(folder, "network.xml", text));
    }

    @Test
    void aMissingFileAndAFolderAreNamed() {
        assertThat(readBroken(folder.resolve("none.xml")).id()).isEqualTo("CH-XML-001");
        new NetworkReader(problems).readNetwork(folder);
        assertThat(problems.errors().get(1).remedy()).contains("in this folder");
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
        Problem problem =
                readBroken(
                        "<!DOCTYPE network [<!ENTITY x SYSTEM \"%s\">]><network name=\"&x;\">&x;</network>"
                                .formatted(secret.toUri()));
        assertThat(problem.toString()).contains("x").doesNotContain("TOP SECRET");
    }

    @Test
    void anEntityInATextIsRefused() {
        Problem problem =
                readBroken(
                        "<!DOCTYPE network [<!ENTITY x \"y\">]><network><nodes><node id=\"a\" x=\"0\" y=\"0\"><attributes><attribute name=\"n\" class=\"c\">&x;</attribute></attributes></node></nodes></network>");
        assertThat(problem.id()).isIn("CH-XML-004", "CH-XML-003");
    }

    @Test
    void anExternalDtdIsNotFetched() {
        NetworkReader reader = new NetworkReader(problems);
        reader.readNetwork(
                Fixture.file(
                        folder,
                        "network.xml",
                        "<!DOCTYPE network SYSTEM \"http://256.256.256.256/network_v2.dtd\">"
                                + NODES
                                + "</links></network>"));
        assertThat(problems.errors()).isEmpty();
    }

    @Test
    void laughsAreNotMultiplied() {
        StringBuilder text = new StringBuilder("<!DOCTYPE network [<!ENTITY l0 \"ha\">");
        for (int k = 1; k < 10; k++) {
            text.append("<!ENTITY l%d \"".formatted(k));
            text.append("&l%d;".formatted(k - 1).repeat(10)).append("\">");
        }
        text.append("]><network><nodes>&l9;</nodes></network>");
        assertThat(readBroken(text.toString()).id()).isIn("CH-XML-003", "CH-XML-004");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(readBroken("<network>" + "<a>".repeat(100_000)).id()).isEqualTo("CH-XML-005");
    }

    @Test
    void aHugeAttributeIsRefused() {
        String text = "<network><nodes><node id=\"" + "a".repeat(40_000_000);
        assertThat(readBroken(text).id()).isEqualTo("CH-XML-005");
    }

    @Test
    void aHugeCommentIsRefused() {
        assertThat(readBroken("<network><!--" + "-a".repeat(20_000_000)).id())
                .isEqualTo("CH-XML-005");
    }

    @Test
    void aHugeTextIsRefused() throws IOException {
        Path file = folder.resolve("plans.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(
                    "<population><person id=\"p\"><plan><activity type=\"h\" x=\"0\" y=\"0\"/><leg mode=\"car\"><route type=\"links\">"
                            .getBytes(StandardCharsets.UTF_8));
            byte[] ids = "WA AB ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 60; k++) {
                out.write(ids);
            }
        }
        new PopulationReader(Fixture.gridNetwork(), problems).read(file, person -> {});
        assertThat(problems.errors()).extracting(Problem::id).containsExactly("CH-XML-005");
    }

    @Test
    void aGzipBombEndsInAnError() throws IOException {
        Path file = folder.resolve("network.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(NODES.getBytes(StandardCharsets.UTF_8));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int k = 0; k < 200; k++) {
                out.write(blanks);
            }
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);
        Problem problem = readBroken(file);
        assertThat(problem.id()).isEqualTo("CH-XML-005");
        assertThat(problem.message()).contains("(200) times");
    }

    @Test
    void theLimitOfSizeCanBeSet() {
        Path file = Fixture.grid("network.xml");
        InputLimits narrow = new InputLimits(1000, 200, 1 << 20, 1 << 20, 64);
        new NetworkReader(problems).limits(narrow).readNetwork(file);
        assertThat(problems.errors()).extracting(Problem::id).containsExactly("CH-XML-005");
    }

    @Test
    void aFileCutOffAnywhereSaysSo() throws IOException {
        String whole = Files.readString(Fixture.grid("network.xml"));
        for (int length : new int[] {0, 60, 300, 700, 1500, whole.length() - 3}) {
            Problems found = new Problems();
            Path file = Fixture.file(folder, "cut.xml", whole.substring(0, length));
            new NetworkReader(found).readNetwork(file);
            assertThat(found.errors())
                    .as("cut at %d", length)
                    .last()
                    .extracting(Problem::id)
                    .isEqualTo("CH-XML-002");
        }
    }

    @Test
    void aCutOffGzipSaysSo() throws IOException {
        byte[] whole = Fixture.gzip(Files.readString(Fixture.grid("network.xml")));
        for (int length : new int[] {3, 12, whole.length / 2, whole.length - 4}) {
            Problems found = new Problems();
            Path file = folder.resolve("cut.xml.gz");
            Files.write(file, Arrays.copyOf(whole, length));
            new NetworkReader(found).readNetwork(file);
            assertThat(found.errors())
                    .as("cut at %d of %d", length, whole.length)
                    .last()
                    .extracting(Problem::id)
                    .isEqualTo("CH-XML-002");
        }
    }

    @Test
    void aDamagedGzipSaysSo() throws IOException {
        byte[] bytes = Fixture.gzip(Files.readString(Fixture.grid("network.xml")));
        Arrays.fill(bytes, 200, 260, (byte) 0x55);
        Path file = Files.write(folder.resolve("damaged.xml.gz"), bytes);
        new NetworkReader(problems).readNetwork(file);
        assertThat(problems.errors()).last().extracting(Problem::id).isEqualTo("CH-XML-003");
    }

    @Test
    void junkIsNotXml() throws IOException {
        Random random = new Random(7);
        for (int k = 0; k < 50; k++) {
            byte[] junk = new byte[5000];
            random.nextBytes(junk);
            Problems found = new Problems();
            new NetworkReader(found).readNetwork(Files.write(folder.resolve("junk.xml"), junk));
            assertThat(found.errors())
                    .singleElement()
                    .extracting(Problem::id)
                    .isIn("CH-XML-001", "CH-XML-002", "CH-XML-003");
        }
    }

    @Test
    void anotherKindOfFileIsNamed() {
        Problem problem = readBroken(Fixture.grid("plans.xml"));
        assertThat(problem.id()).isEqualTo("CH-XML-006");
        assertThat(problem.message()).contains("(population)").contains("(network)");
    }

    @Test
    void malformedXmlGivesItsLine() {
        Problem problem =
                readBroken("<network>\n<nodes>\n<node id=\"a\" x=\"0\" y=\"0\">\n</nodes>\n");
        assertThat(problem.id()).isEqualTo("CH-XML-003");
        assertThat(problem.line()).isEqualTo(4);
    }

    @Test
    void mutatedFilesNeverEndInAnotherException() throws IOException {
        byte[] whole = Files.readAllBytes(Fixture.grid("network.xml"));
        Random random = new Random(11);
        for (int k = 0; k < 300; k++) {
            byte[] mutated = whole.clone();
            for (int n = 0; n < 5; n++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(128);
            }
            Path file = Files.write(folder.resolve("mutated.xml"), mutated);
            Problems found = new Problems();
            assertThat(new NetworkReader(found).readNetwork(file)).as("mutant %d", k).isNotNull();
        }
    }
}
