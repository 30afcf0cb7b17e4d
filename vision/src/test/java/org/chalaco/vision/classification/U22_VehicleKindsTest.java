package org.chalaco.vision.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.detection.Detection;
import org.chalaco.vision.training.CropGallery;
import org.chalaco.vision.training.KindReport;
import org.chalaco.vision.training.LabelledCrop;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** FEATURE UNDER TEST: the shipped network tells kinds of vehicles apart, as its card says. */
class U22_VehicleKindsTest {

    /** Seeds of no scene that training, validation or test of the shipped network drew. */
    private static final long UNSEEN = 77_000_000;

    @Test
    void theShippedNetworkFindsTheKindsOfScenesItHasNeverSeen() {
        CropGallery gallery = new CropGallery(12);
        List<LabelledCrop> crops = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            crops.addAll(gallery.scene(UNSEEN + k));
        }
        try (CropClassifier classifier = CropClassifier.shipped()) {
            KindReport report = KindReport.of(classifier, crops);
            assertThat(report.crops()).isGreaterThan(200);
            assertThat(report.accuracy()).isGreaterThan(0.92);
        }
    }

    @Test
    void galleriesOfOneSeedAreTheSameBits() {
        List<LabelledCrop> once = new CropGallery(3).scene(5);
        List<LabelledCrop> again = new CropGallery(3).scene(5);
        assertThat(once).isNotEmpty().hasSameSizeAs(again);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).input()).isEqualTo(once.get(i).input());
        }
    }

    @Test
    void everyClassHasAKind() {
        for (VehicleClass c : VehicleClass.values()) {
            assertThat(VehicleKinds.ALL).contains(VehicleKinds.of(c));
        }
    }

    @Test
    void boxesAtTheEdgeOfThePictureAndBeyondAreSurvived() {
        Mat image = new Mat(48, 64, CvType.CV_8UC3, new Scalar(90, 90, 90));
        for (double[] box : new double[][] {{-20, -20, 30, 30}, {60, 40, 40, 40}, {0, 0, 64, 48}}) {
            float[] input =
                    CropInput.of(
                            image,
                            new Detection(box[0], box[1], box[2], box[3], 1, null),
                            Double.NaN);
            assertThat(input).hasSize(CropInput.LENGTH);
            assertThat(input[3 * CropInput.SIZE * CropInput.SIZE]).isZero();
        }
    }

    @Test
    void theReportCountsAsOnPaper() {
        int[][] confusion = new int[5][5];
        confusion[0][0] = 8;
        confusion[0][1] = 2;
        confusion[1][1] = 10;
        KindReport report = new KindReport(confusion);
        assertThat(report.accuracy()).isEqualTo(0.9);
        assertThat(report.recall(0)).isEqualTo(0.8);
        assertThat(report.precision(1)).isEqualTo(10 / 12.0);
        assertThat(report.table()).contains("| car | 8 | 2 |");
    }
}
