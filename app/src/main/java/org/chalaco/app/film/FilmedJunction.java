package org.chalaco.app.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.vision.render.FilmTruth;
import org.chalaco.vision.render.FilmWriter;
import org.chalaco.vision.render.Filming;
import org.chalaco.vision.render.PoleCamera;
import org.chalaco.vision.render.RenderedCamera;
import org.chalaco.vision.render.SiteSurvey;
import org.chalaco.vision.render.StreetPlan;
import org.chalaco.vision.render.VehiclePose;
import org.chalaco.vision.site.MeasuredAccuracy;

/** One camera at work: its film, its truth, and the files of both. */
final class FilmedJunction implements Filming.Spectator {

    private final Path folder;
    private final String id;
    private final SiteSurvey survey;
    private final RenderedCamera camera;
    private final FilmWriter film;
    private final FilmTruth truth;
    private final int stillFrame;

    FilmedJunction(StreetPlan plan, int junction, PoleCamera pole, FilmRequest request)
            throws IOException {
        id = plan.network().junction(junction).id();
        folder = Files.createDirectories(request.output().resolve(folderName(id)));
        FilmRequest.Camera lens = request.camera();
        survey = new SiteSurvey(plan, junction, pole);
        camera = new RenderedCamera(plan, pole, request.look());
        truth = new FilmTruth(plan, junction, SiteSurvey.LANE_IN_SIGHT);
        film =
                new FilmWriter(
                        folder.resolve("film.avi"),
                        lens.framesPerSecond(),
                        lens.width(),
                        lens.heightPixels(),
                        request.quality());
        stillFrame = (int) (request.seconds() * lens.framesPerSecond() / 2);
    }

    /** A junction's id as a folder's name: whatever files cannot be called is replaced. */
    static String folderName(String junctionId) {
        String plain = junctionId.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return plain.startsWith(".") ? "_" + plain : plain;
    }

    @Override
    public void see(int frame, double time, List<VehiclePose> poses) {
        truth.note(frame, time, poses);
        BufferedImage picture = camera.film(frame, poses);
        film.add(picture);
        if (frame == stillFrame) {
            try {
                OutputFolder.writeWhole(
                        folder.resolve("still.png"),
                        temporary -> ImageIO.write(picture, "png", temporary.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Completes the film and writes site and truth beside it. */
    FilmTruth finish() throws IOException {
        film.close();
        SiteFile.write(
                folder.resolve("site.json"), survey.survey(id, new MeasuredAccuracy(1, 1, 1, 1)));
        write("truth_crossings.csv", truth::writeCrossings);
        write("truth_movements.csv", truth::writeMovements);
        write("truth_queues.csv", truth::writeQueues);
        return truth;
    }

    private interface Table {
        void writeTo(Appendable out);
    }

    private void write(String name, Table table) throws IOException {
        StringBuilder text = new StringBuilder();
        table.writeTo(text);
        OutputFolder.writeText(folder.resolve(name), text.toString());
    }

    /** Leaves no half film behind. */
    void discard() throws IOException {
        film.discard();
    }
}
