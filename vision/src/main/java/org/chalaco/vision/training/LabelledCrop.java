package org.chalaco.vision.training;

/**
 * The picture of one vehicle and what it is.
 *
 * @param input as {@code CropInput} makes it
 * @param kind place of its kind in {@code VehicleKinds.ALL}
 */
public record LabelledCrop(float[] input, int kind) {}
