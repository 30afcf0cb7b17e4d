package org.chalaco.vision.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the ffmpeg program says beside the video; kept so far as our messages need it. */
final class FfmpegMessages {

    private static final Pattern VIDEO = Pattern.compile("Video: (\\w+)");
    private static final int KEPT = 40;

    /** The codec is named before the first picture comes, but by another pipe: waits, ms. */
    private static final int PATIENCE = 500;

    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private String codec;

    FfmpegMessages(InputStream stream) {
        reader = new Thread(() -> drain(stream), "ffmpeg messages");
        reader.setDaemon(true);
        reader.start();
    }

    private void drain(InputStream stream) {
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                keep(line.trim());
            }
        } catch (IOException e) {
            // The program is gone; what it had said is kept.
            return;
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() > KEPT) {
            lines.remove(0);
        }
        lines.add(line);
        Matcher matcher = VIDEO.matcher(line);
        if (codec == null && matcher.find()) {
            codec = matcher.group(1);
            notifyAll();
        }
    }

    /** What the video is coded in, or "unknown". */
    synchronized String codec() {
        try {
            if (codec == null && reader.isAlive()) {
                wait(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return codec == null ? "unknown" : codec;
    }

    /** The last thing it said: as a rule, what was wrong. */
    String lastLine() {
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1);
        }
    }
}
