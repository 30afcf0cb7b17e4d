package org.chalaco.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * FEATURE UNDER TEST: the page's scripts run in a real browser, opened from a file, in both
 * languages, without an error, and draw something on every canvas. Skipped where there is no
 * Chromium.
 */
class N03_ReportInBrowserTest {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static Optional<Path> browser() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void drawsInBothLanguagesWithoutAnError() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "No Chromium on the path: the page is not tried.");
        Path folder = Files.createTempDirectory(Path.of("target"), "browser");
        try {
            Path report = folder.resolve("report.html").toAbsolutePath();
            new ReportWriter().write(SyntheticContent.of(6, 400, 120, "Callao <b>&"), report);
            Files.writeString(report, withProbe(Files.readString(report)));
            for (String language : List.of("en", "es")) {
                check(dom(browser.get(), report.toUri() + "#" + language, folder), language);
            }
        } finally {
            delete(folder);
        }
    }

    /**
     * Adds a script that writes errors and the canvases' number of colours into the page; the
     * policy must let it in for that.
     */
    private static String withProbe(String page) {
        String probe =
                """
                <script>
                const errors = [];
                addEventListener('error', (e) => errors.push(e.message));
                addEventListener('securitypolicyviolation', (e) => errors.push(e.violatedDirective));
                const wait = setInterval(() => {
                  if (document.documentElement.dataset.ready !== 'yes' && !errors.length) return;
                  clearInterval(wait);
                  const colors = [...document.querySelectorAll('canvas')].map((c) => {
                    const pixels = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);
                    return new Set(pixels).size;
                  });
                  document.body.append(`PROBE errors=${errors.join(';')} colors=${colors.join(',')} lang=${document.documentElement.lang} END`);
                }, 50);
                </script>
                """;
        return page.replaceFirst("script-src 'sha256-[^']*'", "script-src 'unsafe-inline'")
                .replace("<title>", probe + "<title>");
    }

    private static void check(String dom, String language) {
        Matcher probe =
                Pattern.compile("PROBE errors=(.*?) colors=([0-9,]*) lang=(\\w+) END").matcher(dom);
        assertThat(probe.find()).as("the page came to its end").isTrue();
        assertThat(probe.group(1)).as("errors").isEmpty();
        assertThat(probe.group(3)).isEqualTo(language);
        assertThat(probe.group(2).split(",")).hasSize(3);
        for (String colors : probe.group(2).split(",")) {
            assertThat(Integer.parseInt(colors)).as("colours on a canvas").isGreaterThan(8);
        }
    }

    private static String dom(Path browser, String address, Path folder) throws Exception {
        Path out = folder.resolve("dom.html");
        List<String> command = new ArrayList<>(List.of(browser.toString()));
        command.addAll(
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile").toAbsolutePath(),
                        "--window-size=1200,2400",
                        "--virtual-time-budget=6000",
                        "--dump-dom",
                        address));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("the browser ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
