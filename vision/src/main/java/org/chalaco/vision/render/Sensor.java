package org.chalaco.vision.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.chalaco.mobsim.traffic.RandomStream;

/** What the camera adds to the street: sway of the pole, rain, unsteady exposure, noise. */
final class Sensor {

    /** Standard deviation of the sum of four bytes drawn evenly. */
    private static final double SPREAD_OF_FOUR_BYTES = 147.8;

    private final FilmLook look;

    Sensor(FilmLook look) {
        this.look = look;
    }

    /** How far the picture is off in this frame, pixels: right and down. */
    double[] sway(int frame) {
        if (look.shake() == 0) {
            return new double[2];
        }
        RandomStream chance = RandomStream.of(look.seed(), 0, "sway");
        double[] sway = new double[2];
        // A pole swings at a few of its own frequencies.
        for (int k = 1; k <= 3; k++) {
            double phase = 2 * Math.PI * chance.nextDouble();
            double beats = 0.11 * k + 0.05 * chance.nextDouble();
            sway[0] += look.shake() / k * Math.sin(phase + frame * beats * 2);
            sway[1] += 0.6 * look.shake() / k * Math.cos(phase + frame * beats * 2.3);
        }
        return sway;
    }

    /** Streaks of rain. */
    void rain(Graphics2D g, int width, int height, int frame) {
        if (look.rain() == 0) {
            return;
        }
        RandomStream chance = RandomStream.of(look.seed(), frame, "rain");
        int drops = (int) (look.rain() * width * height / 600.0);
        g.setStroke(new BasicStroke(0.8f));
        for (int i = 0; i < drops; i++) {
            double x = chance.nextDouble() * width;
            double y = chance.nextDouble() * height;
            double length = 5 + 12 * chance.nextDouble();
            g.setColor(new Color(205, 212, 220, 30 + chance.nextInt(50)));
            g.draw(new Line2D.Double(x, y, x + 0.12 * length, y + length));
        }
    }

    /** Exposure and noise of one frame, on a picture of packed RGB. */
    void expose(BufferedImage image, int frame) {
        RandomStream chance = RandomStream.of(look.seed(), frame, "exposure");
        double gain = 1 + look.exposure() * chance.nextGaussian();
        double haze = 14 * look.rain();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        long state = chance.nextLong() | 1;
        double spread = look.noise();
        for (int i = 0; i < pixels.length; i++) {
            // Four bytes of one draw, summed, are near enough to a normal distribution.
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            int sum =
                    (int) (state & 255)
                            + (int) (state >>> 8 & 255)
                            + (int) (state >>> 16 & 255)
                            + (int) (state >>> 24 & 255);
            double noise = spread * (sum - 510) / SPREAD_OF_FOUR_BYTES + haze;
            int rgb = pixels[i];
            pixels[i] =
                    channel((rgb >> 16 & 255) * gain + noise) << 16
                            | channel((rgb >> 8 & 255) * gain + noise) << 8
                            | channel((rgb & 255) * gain + noise);
        }
    }

    private static int channel(double value) {
        return value < 0 ? 0 : value > 255 ? 255 : (int) value;
    }
}
