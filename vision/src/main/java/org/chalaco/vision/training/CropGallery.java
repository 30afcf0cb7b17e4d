package org.chalaco.vision.training;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleClass;
import org.chalaco.vision.classification.CropInput;
import org.chalaco.vision.classification.VehicleKinds;
import org.chalaco.vision.detection.Detection;
import org.chalaco.vision.render.Daylight;
import org.chalaco.vision.render.FilmLook;
import org.chalaco.vision.render.FilmWriter;
import org.chalaco.vision.render.PoleCamera;
import org.chalaco.vision.render.PolePlacement;
import org.chalaco.vision.render.RenderedCamera;
import org.chalaco.vision.render.VehicleTruth;
import org.chalaco.vision.video.NativeOpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Pictures of vehicles cut out of rendered frames, with their kinds: every scene another crossing,
 * pole, lens, light and weather. Boxes are as inexact as those of a detector, and pictures have
 * gone through JPEG.
 */
public final class CropGallery {

    private static final double LEAST_VISIBLE = 0.5;
    private static final double LEAST_SIZE = 11;
    private static final Daylight[] LIGHTS = {
        Daylight.SUNNY,
        Daylight.SUNNY,
        Daylight.OVERCAST,
        Daylight.OVERCAST,
        Daylight.LATE,
        Daylight.DUSK
    };

    private final int mostPerKindAndScene;

    /**
     * A gallery.
     *
     * @param mostPerKindAndScene so that no scene and no kind outweighs the others
     */
    public CropGallery(int mostPerKindAndScene) {
        NativeOpenCv.load();
        this.mostPerKindAndScene = mostPerKindAndScene;
    }

    /** The crops of one scene. */
    public List<LabelledCrop> scene(long seed) {
        RandomStream chance = RandomStream.of(seed, 1, "training camera");
        TrainingStreet street = new TrainingStreet(seed);
        PoleCamera pole = pole(street, chance);
        if (pole == null) {
            return List.of();
        }
        Daylight light = LIGHTS[chance.nextInt(LIGHTS.length)];
        double rain = chance.nextDouble() < 0.2 ? chance.nextDouble() : 0;
        FilmLook look =
                new FilmLook(
                        turned(light, chance), rain, 1 + 6 * chance.nextDouble(), 0, 0.01, seed);
        RenderedCamera camera = new RenderedCamera(street.plan(), pole, look);
        int[] taken = new int[VehicleKinds.ALL.size()];
        List<LabelledCrop> crops = new ArrayList<>();
        street.film(
                (frame, time, poses) -> {
                    List<VehicleTruth> truths = camera.truth(poses);
                    if (truths.stream().anyMatch(t -> isWanted(t, taken))) {
                        BufferedImage picture = camera.film(frame, poses);
                        cut(picture, truths, pole, taken, crops, chance);
                    }
                });
        return crops;
    }

    /** The sun of a scene stands anywhere. */
    private static Daylight turned(Daylight light, RandomStream chance) {
        double ambient = Math.min(1, light.ambient() * (0.85 + 0.3 * chance.nextDouble()));
        return new Daylight(
                360 * chance.nextDouble(),
                light.sunElevation(),
                light.sun(),
                ambient,
                light.lamps());
    }

    private static PoleCamera pole(TrainingStreet street, RandomStream chance) {
        double height = 6 + 8 * chance.nextDouble();
        double fieldOfView = 65 + 40 * chance.nextDouble();
        try {
            return new PolePlacement(street.plan(), street.centre())
                    .place(height, fieldOfView, 640, 360);
        } catch (IllegalArgumentException noPole) {
            return null;
        }
    }

    private boolean isWanted(VehicleTruth truth, int[] taken) {
        return truth.visible() >= LEAST_VISIBLE
                && truth.right() - truth.left() >= LEAST_SIZE
                && truth.bottom() - truth.top() >= LEAST_SIZE
                && taken[kind(truth.pose().vehicleClass())] < mostPerKindAndScene;
    }

    private static int kind(VehicleClass vehicleClass) {
        return VehicleKinds.ALL.indexOf(VehicleKinds.of(vehicleClass));
    }

    private void cut(
            BufferedImage picture,
            List<VehicleTruth> truths,
            PoleCamera pole,
            int[] taken,
            List<LabelledCrop> crops,
            RandomStream chance) {
        Mat image = compressed(picture, 30 + chance.nextInt(60));
        for (VehicleTruth truth : truths) {
            if (isWanted(truth, taken)) {
                int kind = kind(truth.pose().vehicleClass());
                Detection box = inexact(truth, chance);
                double scale = metresPerPixel(pole, box);
                crops.add(new LabelledCrop(CropInput.of(image, box, scale), kind));
                taken[kind]++;
            }
        }
        image.release();
    }

    private static Mat compressed(BufferedImage picture, int quality) {
        byte[] bytes = new byte[3 * picture.getWidth() * picture.getHeight()];
        FilmWriter.copyBgr(picture, bytes);
        Mat raw = new Mat(picture.getHeight(), picture.getWidth(), CvType.CV_8UC3);
        raw.put(0, 0, bytes);
        MatOfByte jpeg = new MatOfByte();
        MatOfInt how = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        Imgcodecs.imencode(".jpg", raw, jpeg, how);
        Mat image = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
        raw.release();
        jpeg.release();
        how.release();
        return image;
    }

    /** A box as detectors give it: edges off by a tenth, more often too large than too small. */
    private static Detection inexact(VehicleTruth truth, RandomStream chance) {
        double w = truth.right() - truth.left();
        double h = truth.bottom() - truth.top();
        double left = truth.left() - w * off(chance);
        double top = truth.top() - h * off(chance);
        double right = truth.right() + w * off(chance);
        double bottom = truth.bottom() + h * off(chance);
        return new Detection(left, top, right - left, bottom - top, 1, null);
    }

    private static double off(RandomStream chance) {
        return 0.03 + 0.07 * Math.max(-2, Math.min(2.5, chance.nextGaussian()));
    }

    /** Metres of road per pixel at the foot of a box, as a homography gives them. */
    static double metresPerPixel(PoleCamera pole, Detection box) {
        double x = box.foot().x();
        double y = Math.min(box.foot().y(), pole.heightPixels() - 1.0);
        double[] here = pole.groundPoint(x, y);
        double[] right = pole.groundPoint(x + 1, y);
        double[] below = pole.groundPoint(x, y + 1);
        if (here == null || right == null || below == null) {
            return Double.NaN;
        }
        return Math.min(
                Math.hypot(right[0] - here[0], right[1] - here[1]),
                Math.hypot(below[0] - here[0], below[1] - here[1]));
    }

    /** How many crops there are of each kind. */
    public static int[] counts(List<LabelledCrop> crops) {
        int[] counts = new int[VehicleKinds.ALL.size()];
        crops.forEach(crop -> counts[crop.kind()]++);
        return counts;
    }
}
