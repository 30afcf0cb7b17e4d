package org.chalaco.vision.render;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What vehicles of each class look like: blocks with the proportions of those that drive in Callao,
 * in colours drawn by vehicle.
 */
final class BodyShapes {

    private static final Color GLASS = new Color(38, 44, 50);
    private static final Color TYRE = new Color(24, 24, 24);
    private static final Color CLOTHES = new Color(60, 62, 80);

    /** Cars are mostly without colour: white, silver, grey, black; then red, blue, others. */
    private static final Color[] PAINTS = {
        new Color(236, 236, 234),
        new Color(236, 236, 234),
        new Color(190, 194, 198),
        new Color(190, 194, 198),
        new Color(120, 124, 130),
        new Color(72, 76, 82),
        new Color(34, 36, 40),
        new Color(34, 36, 40),
        new Color(158, 30, 32),
        new Color(32, 62, 128),
        new Color(92, 74, 56),
        new Color(40, 92, 60)
    };

    private static final Color[] BUS_PAINTS = {
        new Color(222, 222, 216),
        new Color(196, 44, 36),
        new Color(42, 88, 164),
        new Color(226, 168, 36),
        new Color(44, 128, 84)
    };

    private static final Color[] MOTOTAXI_PAINTS = {
        new Color(186, 36, 34),
        new Color(36, 66, 152),
        new Color(222, 178, 32),
        new Color(30, 30, 34)
    };

    private BodyShapes() {}

    /** The blocks of one vehicle, from the ground up. */
    static List<Prism> of(VehiclePose pose, long seed) {
        RandomStream chance = RandomStream.of(seed, pose.vehicle(), "paint");
        double l = pose.length();
        return switch (pose.vehicleClass()) {
            case CAR -> car(l, pick(PAINTS, chance), chance);
            case TAXI -> taxi(l, chance);
            case COMBI -> van(l, 1.85, 2.1, pick(BUS_PAINTS, chance));
            case MINIBUS -> bus(l, 2.15, 2.7, pick(BUS_PAINTS, chance));
            case BUS -> bus(l, 2.5, 3.15, pick(BUS_PAINTS, chance));
            case MOTORCYCLE -> motorcycle(l, pick(PAINTS, chance));
            case MOTOTAXI -> mototaxi(l, pick(MOTOTAXI_PAINTS, chance));
            case PICKUP -> pickup(l, pick(PAINTS, chance));
            case TRUCK -> truck(l, 2.0, chance);
            case SEMITRAILER -> truck(l, 2.6, chance);
        };
    }

    private static Color pick(Color[] from, RandomStream chance) {
        return from[chance.nextInt(from.length)];
    }

    private static List<Prism> car(double l, Color paint, RandomStream chance) {
        boolean hatchback = chance.nextDouble() < 0.45;
        double cabinEnd = hatchback ? 0.97 * l : 0.82 * l;
        List<Prism> body = new ArrayList<>();
        body.add(Prism.block(0.12 * l, 0.9 * l, 1.6, 0, 0.3, TYRE));
        body.add(Prism.block(0, l, 1.75, 0.25, 0.85, paint).leaning(0.05, 0.05, 0.04));
        body.add(
                Prism.block(0.24 * l, cabinEnd, 1.66, 0.85, 1.45, GLASS)
                        .leaning(0.16 * l, hatchback ? 0.05 * l : 0.12 * l, 0.18)
                        .roofed(paint));
        return body;
    }

    private static List<Prism> taxi(double l, RandomStream chance) {
        Color paint = chance.nextDouble() < 0.5 ? new Color(228, 196, 40) : PAINTS[0];
        List<Prism> body = car(l, paint, chance);
        body.add(Prism.block(0.48 * l, 0.56 * l, 0.7, 1.45, 1.62, new Color(235, 210, 60)));
        return body;
    }

    private static List<Prism> van(double l, double width, double height, Color paint) {
        return List.of(
                Prism.block(0.1 * l, 0.9 * l, width - 0.15, 0, 0.35, TYRE),
                Prism.block(0, l, width, 0.3, 1.15, paint).leaning(0.15, 0, 0.02),
                Prism.block(0.06 * l, l, width - 0.04, 1.15, 1.75, GLASS)
                        .leaning(0.09 * l, 0, 0.06),
                Prism.block(0.15 * l, l, width - 0.16, 1.75, height, paint).leaning(0.03, 0, 0.05));
    }

    private static List<Prism> bus(double l, double width, double height, Color paint) {
        double sill = 0.42 * height;
        double lintel = 0.78 * height;
        return List.of(
                Prism.block(0.08 * l, 0.92 * l, width - 0.15, 0, 0.4, TYRE),
                Prism.block(0, l, width, 0.35, sill, paint),
                Prism.block(0, l, width - 0.02, sill, lintel, GLASS).leaning(0.06, 0.02, 0.03),
                Prism.block(0.06, l, width - 0.1, lintel, height, paint)
                        .leaning(0.05, 0.05, 0.06)
                        .roofed(lighter(paint)));
    }

    private static List<Prism> motorcycle(double l, Color paint) {
        return List.of(
                Prism.block(0, l, 0.16, 0, 0.6, TYRE),
                Prism.block(0.22 * l, 0.9 * l, 0.38, 0.5, 0.95, paint),
                Prism.block(0.4 * l, 0.66 * l, 0.52, 0.8, 1.45, CLOTHES).leaning(0.02, 0.02, 0.06),
                Prism.block(0.43 * l, 0.6 * l, 0.26, 1.45, 1.72, paint));
    }

    private static List<Prism> mototaxi(double l, Color paint) {
        return List.of(
                Prism.block(0, 0.25 * l, 0.18, 0, 0.6, TYRE),
                Prism.block(0.6 * l, 0.95 * l, 1.15, 0, 0.4, TYRE),
                Prism.block(0.1 * l, 0.4 * l, 0.5, 0.4, 1.1, paint).leaning(0.1, 0, 0.05),
                Prism.block(0.38 * l, l, 1.25, 0.35, 0.95, paint),
                Prism.block(0.4 * l, l, 1.2, 0.95, 1.5, GLASS),
                Prism.block(0.22 * l, l, 1.28, 1.5, 1.72, paint).leaning(0.1, 0.05, 0.05));
    }

    private static List<Prism> pickup(double l, Color paint) {
        return List.of(
                Prism.block(0.1 * l, 0.9 * l, 1.7, 0, 0.4, TYRE),
                Prism.block(0, l, 1.85, 0.4, 1.05, paint).leaning(0.05, 0, 0.03),
                Prism.block(0.26 * l, 0.6 * l, 1.74, 1.05, 1.75, GLASS)
                        .leaning(0.1 * l, 0.03 * l, 0.16)
                        .roofed(paint),
                Prism.block(0.63 * l, 0.97 * l, 1.5, 1.05, 1.08, TYRE));
    }

    private static List<Prism> truck(double l, double cabLength, RandomStream chance) {
        Color cab = pick(PAINTS, chance);
        Color load = chance.nextDouble() < 0.6 ? PAINTS[0] : pick(BUS_PAINTS, chance);
        double loadFrom = cabLength + 0.25;
        return List.of(
                Prism.block(0.05 * l, 0.97 * l, 2.2, 0, 0.95, TYRE),
                Prism.block(0, cabLength, 2.35, 0.5, 1.5, cab),
                Prism.block(0, cabLength, 2.3, 1.5, 2.3, GLASS).leaning(0.12, 0, 0.05),
                Prism.block(0.12, cabLength, 2.2, 2.3, 2.75, cab).leaning(0.15, 0, 0.05),
                Prism.block(loadFrom, l, 2.45, 0.95, 3.4, load).roofed(lighter(load)));
    }

    private static Color lighter(Color c) {
        return new Color(
                Math.min(255, c.getRed() + 18),
                Math.min(255, c.getGreen() + 18),
                Math.min(255, c.getBlue() + 18));
    }

    /** Half the width of the widest block of a class, m: where its lamps sit. */
    static double halfWidth(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case MOTORCYCLE -> 0;
            case MOTOTAXI -> 0.5;
            case CAR, TAXI, PICKUP -> 0.72;
            case COMBI -> 0.8;
            case MINIBUS -> 0.95;
            case BUS, TRUCK, SEMITRAILER -> 1.1;
        };
    }
}
