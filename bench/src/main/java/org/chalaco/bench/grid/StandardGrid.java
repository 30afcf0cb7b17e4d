package org.chalaco.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.chalaco.bench.grid.NeutralGrid.Size;

/** The grids that speeds are quoted for. */
public enum StandardGrid {
    GRID_10X10_10K(10, 10_000, 3600),
    GRID_10X10_50K(10, 50_000, 7200),
    GRID_20X20_50K(20, 50_000, 3600),
    GRID_40X40_200K(40, 200_000, 7200);

    private final Size size;

    StandardGrid(int side, int trips, int period) {
        size = new Size(side, side, trips, period, Size.SEED);
    }

    /** Its size. */
    public Size size() {
        return size;
    }

    /** Its folder and its name in tables: {@code grid-10x10-10k}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The grid of this id, or null. */
    public static StandardGrid find(String id) {
        for (StandardGrid grid : values()) {
            if (grid.id().equals(id)) {
                return grid;
            }
        }
        return null;
    }

    /**
     * Its folder below this one, written unless it is there.
     *
     * @return the folder with its config.xml
     */
    public Path folderIn(Path parent) throws IOException {
        Path folder = parent.resolve(id());
        // The config is written last: where it is, everything is.
        if (!Files.exists(folder.resolve("config.xml"))) {
            NeutralGrid.of(size).write(folder);
        }
        return folder;
    }
}
