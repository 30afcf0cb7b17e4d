package org.chalaco.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.chalaco.app.output.OutputFolder;
import org.chalaco.vision.classification.CropClassifier;
import org.chalaco.vision.training.CropGallery;
import org.chalaco.vision.training.KindReport;
import org.chalaco.vision.training.KindTraining;
import org.chalaco.vision.training.LabelledCrop;

/**
 * Draws the crops, trains the network, tries it on scenes it has never seen, and writes it down.
 * Scenes of training, validation and test have seeds of their own.
 */
public final class KindTrainingRun {

    private static final int PER_KIND_AND_SCENE = 12;
    private static final long VALIDATION_SEEDS = 1_000_000;
    private static final long TEST_SEEDS = 2_000_000;

    /** Validation and test have this part of the training's scenes each. */
    private static final int PART = 6;

    /**
     * What to do.
     *
     * @param scenes drawn for training; a sixth more each for validation and test
     * @param epochs at most
     * @param patience epochs without improvement after which it stops
     * @param seed of everything
     * @param output folder
     */
    public record Request(int scenes, int epochs, int patience, long seed, Path output) {}

    private final Request request;
    private final Consumer<String> teller;
    private final List<KindTraining.Epoch> epochs = new ArrayList<>();

    /** A run that tells what it is doing. */
    public KindTrainingRun(Request request, Consumer<String> teller) {
        this.request = request;
        this.teller = teller;
    }

    /** Does all of it; the network on scenes it has never seen. */
    public KindReport run() throws IOException {
        int part = Math.max(1, request.scenes() / PART);
        List<LabelledCrop> training = draw("training", 0, request.scenes());
        List<LabelledCrop> validation = draw("validation", VALIDATION_SEEDS, part);
        List<LabelledCrop> test = draw("test", TEST_SEEDS, part);
        KindTraining.Schedule schedule =
                new KindTraining.Schedule(request.epochs(), request.patience(), request.seed());
        byte[] network =
                new KindTraining(schedule, this::tell).train(training, validation).toBytes();
        KindReport report;
        try (CropClassifier classifier = CropClassifier.of(network)) {
            report = KindReport.of(classifier, test);
        }
        write(network, report);
        return report;
    }

    private List<LabelledCrop> draw(String what, long firstSeed, int scenes) {
        CropGallery gallery = new CropGallery(PER_KIND_AND_SCENE);
        List<LabelledCrop> crops = new ArrayList<>();
        for (int k = 0; k < scenes; k++) {
            crops.addAll(gallery.scene(request.seed() * 10_000_019 + firstSeed + k));
            if ((k + 1) % 20 == 0 || k + 1 == scenes) {
                teller.accept(
                        "%s: scene %d of %d, %d crops"
                                .formatted(what, k + 1, scenes, crops.size()));
            }
        }
        return crops;
    }

    private void tell(KindTraining.Epoch epoch) {
        epochs.add(epoch);
        teller.accept(
                String.format(
                        Locale.ROOT,
                        "epoch %d of at most %d: loss %.4f, validation accuracy %.2f %%",
                        epoch.epoch(),
                        request.epochs(),
                        epoch.loss(),
                        100 * epoch.accuracy()));
    }

    private void write(byte[] network, KindReport report) throws IOException {
        Path folder = request.output();
        OutputFolder.writeWhole(
                folder.resolve(CropClassifier.SHIPPED), file -> Files.write(file, network));
        StringBuilder table = new StringBuilder("epoch,training_loss,validation_accuracy\n");
        for (KindTraining.Epoch e : epochs) {
            table.append(
                    String.format(
                            Locale.ROOT, "%d,%.5f,%.5f%n", e.epoch(), e.loss(), e.accuracy()));
        }
        OutputFolder.writeText(folder.resolve("training.csv"), table.toString());
        OutputFolder.writeText(folder.resolve("test.md"), report.table());
    }
}
