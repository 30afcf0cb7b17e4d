package org.chalaco.vision.video;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;

/** Finds the ffmpeg program: the one that was named, one on the PATH, or the one beside the app. */
final class FfmpegProgram {

    private FfmpegProgram() {}

    /** The program, or null if there is none. */
    static Path find(Path configured) {
        if (configured != null) {
            return Files.isExecutable(configured) ? configured : null;
        }
        Path onPath = onPath(System.getenv("PATH"));
        return onPath != null ? onPath : bundled();
    }

    private static Path onPath(String folders) {
        if (folders == null) {
            return null;
        }
        for (String folder : folders.split(File.pathSeparator)) {
            for (String name : new String[] {"ffmpeg", "ffmpeg.exe"}) {
                Path program = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        return null;
    }

    /** The Maven artifact's program, unpacked once into the user's cache folder. */
    private static Path bundled() {
        try {
            return Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        } catch (LinkageError | RuntimeException e) {
            return null;
        }
    }
}
