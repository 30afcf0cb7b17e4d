package org.chalaco.mobsim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A diagram of curves and points as an SVG drawing: axes with units, a grid, a legend on the right.
 * The same data give the same text.
 *
 * <pre>{@code
 * String svg = Plot.titled("Fundamental diagram")
 *         .axes("density, veh/km", "flow, veh/h")
 *         .curve("theory", density, flow)
 *         .points("simulated", measuredDensity, measuredFlow)
 *         .svg();
 * }</pre>
 *
 * <p>Mutable, not thread-safe. Values that are not finite break a curve and drop a point.
 */
public final class Plot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 74;
    private static final int RIGHT = 212;
    private static final int TOP = 44;
    private static final int BOTTOM = 58;
    private static final int LEGEND_LINE = 20;

    /** Okabe and Ito's colours, which the colour-blind can tell apart. */
    private static final String[] COLOURS = {
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"
    };

    /** How a series is drawn. */
    private enum Style {
        CURVE,
        DASHED,
        POINTS,
        BAND
    }

    private record Series(String name, Style style, int colour, double[] x, double[] y) {}

    private final String title;
    private final List<Series> series = new ArrayList<>();
    private String xTitle = "";
    private String yTitle = "";
    private double[] xRange;
    private double[] yRange;
    private int colours;

    private Plot(String title) {
        this.title = title;
    }

    /** An empty diagram. */
    public static Plot titled(String title) {
        return new Plot(title);
    }

    /** What the axes show, with units. */
    public Plot axes(String x, String y) {
        xTitle = x;
        yTitle = y;
        return this;
    }

    /** Ends of the x axis; without, the data decide. */
    public Plot xRange(double from, double to) {
        xRange = new double[] {from, to};
        return this;
    }

    /** Ends of the y axis; without, the data decide. */
    public Plot yRange(double from, double to) {
        yRange = new double[] {from, to};
        return this;
    }

    /** A solid line in the next colour. */
    public Plot curve(String name, double[] x, double[] y) {
        return add(name, Style.CURVE, colours++, x, y);
    }

    /** A dashed line in the next colour. */
    public Plot dashed(String name, double[] x, double[] y) {
        return add(name, Style.DASHED, colours++, x, y);
    }

    /** Circles in the next colour. */
    public Plot points(String name, double[] x, double[] y) {
        return add(name, Style.POINTS, colours++, x, y);
    }

    /** Circles in the colour of the series before. */
    public Plot pointsOfSameColour(String name, double[] x, double[] y) {
        return add(name, Style.POINTS, colours - 1, x, y);
    }

    /** A dashed line in the colour of the series before. */
    public Plot dashedOfSameColour(String name, double[] x, double[] y) {
        return add(name, Style.DASHED, colours - 1, x, y);
    }

    /** A pale area between two curves over the same x, in the next colour. */
    public Plot band(String name, double[] x, double[] lower, double[] upper) {
        int n = x.length;
        double[] aroundX = new double[2 * n];
        double[] aroundY = new double[2 * n];
        for (int i = 0; i < n; i++) {
            aroundX[i] = x[i];
            aroundY[i] = lower[i];
            aroundX[2 * n - 1 - i] = x[i];
            aroundY[2 * n - 1 - i] = upper[i];
        }
        return add(name, Style.BAND, colours++, aroundX, aroundY);
    }

    private Plot add(String name, Style style, int colour, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "The series (%s) has (%d) x and (%d) y values."
                            .formatted(name, x.length, y.length));
        }
        series.add(new Series(name, style, colour, x.clone(), y.clone()));
        return this;
    }

    /** The drawing. */
    public String svg() {
        Axis x = Axis.over(xRange, values(true), LEFT, WIDTH - RIGHT);
        Axis y = Axis.over(yRange, values(false), HEIGHT - BOTTOM, TOP);
        StringBuilder out = new StringBuilder();
        out.append(
                format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"Helvetica,Arial,sans-serif\" font-size=\"13\">%n",
                        WIDTH, HEIGHT, WIDTH, HEIGHT));
        out.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, HEIGHT));
        out.append(
                format(
                        "<text x=\"%d\" y=\"24\" font-size=\"16\" font-weight=\"bold\">%s</text>%n",
                        LEFT, escaped(title)));
        out.append(
                format(
                        "<clipPath id=\"in\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>%n",
                        LEFT, TOP, WIDTH - RIGHT - LEFT, HEIGHT - BOTTOM - TOP));
        drawAxes(out, x, y);
        out.append("<g clip-path=\"url(#in)\">\n");
        series.stream().filter(s -> s.style() == Style.BAND).forEach(s -> draw(out, s, x, y));
        series.stream().filter(s -> s.style() != Style.BAND).forEach(s -> draw(out, s, x, y));
        out.append("</g>\n");
        drawLegend(out);
        return out.append("</svg>\n").toString();
    }

    private double[] values(boolean ofX) {
        return series.stream()
                .flatMapToDouble(s -> java.util.Arrays.stream(ofX ? s.x() : s.y()))
                .filter(Double::isFinite)
                .toArray();
    }

    private void drawAxes(StringBuilder out, Axis x, Axis y) {
        int bottom = HEIGHT - BOTTOM;
        int right = WIDTH - RIGHT;
        out.append("<g stroke=\"#ddd\">\n");
        for (double tick : x.ticks()) {
            out.append(line(x.place(tick), TOP, x.place(tick), bottom));
        }
        for (double tick : y.ticks()) {
            out.append(line(LEFT, y.place(tick), right, y.place(tick)));
        }
        out.append("</g>\n<g fill=\"#333\">\n");
        for (double tick : x.ticks()) {
            out.append(text(x.place(tick), bottom + 18, "middle", x.label(tick)));
        }
        for (double tick : y.ticks()) {
            out.append(text(LEFT - 8, y.place(tick) + 4, "end", y.label(tick)));
        }
        out.append(text((LEFT + right) / 2.0, HEIGHT - 16, "middle", xTitle));
        out.append(
                format(
                        "<text transform=\"translate(18,%.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                        (TOP + bottom) / 2.0, escaped(yTitle)));
        out.append("</g>\n");
        out.append(
                format(
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333\"/>%n",
                        LEFT, TOP, right - LEFT, bottom - TOP));
    }

    private static void draw(StringBuilder out, Series s, Axis x, Axis y) {
        String colour = colour(s);
        if (s.style() == Style.POINTS) {
            out.append(format("<g fill=\"%s\" fill-opacity=\"0.75\">%n", colour));
            for (int i = 0; i < s.x().length; i++) {
                if (Double.isFinite(s.x()[i]) && Double.isFinite(s.y()[i])) {
                    out.append(
                            format(
                                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>%n",
                                    x.place(s.x()[i]),
                                    y.place(s.y()[i]),
                                    s.x().length > 60 ? "2" : "3.5"));
                }
            }
            out.append("</g>\n");
            return;
        }
        out.append(format("<path %s d=\"%s\"/>%n", stroke(s), path(s, x, y)));
    }

    private static String path(Series s, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < s.x().length; i++) {
            boolean visible = Double.isFinite(s.x()[i]) && Double.isFinite(s.y()[i]);
            if (visible) {
                path.append(
                        format(
                                "%s%.1f %.1f",
                                pen ? "L" : "M", x.place(s.x()[i]), y.place(s.y()[i])));
            }
            pen = visible;
        }
        return path.append(s.style() == Style.BAND ? "Z" : "").toString();
    }

    private static String stroke(Series s) {
        return switch (s.style()) {
            case BAND -> format("fill=\"%s\" fill-opacity=\"0.18\"", colour(s));
            case DASHED ->
                    format(
                            "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"7 4\"",
                            colour(s));
            default -> format("fill=\"none\" stroke=\"%s\" stroke-width=\"2\"", colour(s));
        };
    }

    private static String colour(Series s) {
        return COLOURS[s.colour() % COLOURS.length];
    }

    private void drawLegend(StringBuilder out) {
        int x = WIDTH - RIGHT + 14;
        int y = TOP + 10;
        for (Series s : series) {
            if (s.name().isEmpty()) {
                continue;
            }
            switch (s.style()) {
                case POINTS ->
                        out.append(
                                format(
                                        "<circle cx=\"%d\" cy=\"%d\" r=\"3.5\" fill=\"%s\"/>%n",
                                        x + 10, y, colour(s)));
                case BAND ->
                        out.append(
                                format(
                                        "<rect x=\"%d\" y=\"%d\" width=\"20\" height=\"10\" %s/>%n",
                                        x, y - 5, stroke(s)));
                default ->
                        out.append(
                                format(
                                        "<path %s d=\"M%d %dL%d %d\"/>%n",
                                        stroke(s), x, y, x + 20, y));
            }
            out.append(text(x + 27, y + 4, "start", s.name()));
            y += LEGEND_LINE;
        }
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return format("<path d=\"M%.1f %.1fL%.1f %.1f\"/>%n", x1, y1, x2, y2);
    }

    private static String text(double x, double y, String anchor, String text) {
        return format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x, y, anchor, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }

    /** One axis: from values to places on the paper, with round ticks. */
    private record Axis(double from, double to, double step, double paperFrom, double paperTo) {

        private static final int TICKS = 7;

        static Axis over(double[] range, double[] values, double paperFrom, double paperTo) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : range == null ? values : range) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (!(high > low)) {
                high = low + 1;
            }
            double step = roundStep((high - low) / TICKS);
            if (range == null) {
                low = Math.floor(low / step) * step;
                high = Math.ceil(high / step) * step;
            }
            return new Axis(low, high, step, paperFrom, paperTo);
        }

        private static double roundStep(double rough) {
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * power >= rough) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        double place(double value) {
            return paperFrom + (value - from) / (to - from) * (paperTo - paperFrom);
        }

        double[] ticks() {
            double first = Math.ceil(from / step - 1e-9) * step;
            int count = (int) Math.floor((to - first) / step + 1e-9) + 1;
            double[] ticks = new double[count];
            for (int k = 0; k < count; k++) {
                ticks[k] = first + k * step;
            }
            return ticks;
        }

        String label(double tick) {
            int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
            String text = String.format(Locale.ROOT, "%." + decimals + "f", tick);
            return Double.parseDouble(text) == 0 ? "0" : text;
        }
    }
}
