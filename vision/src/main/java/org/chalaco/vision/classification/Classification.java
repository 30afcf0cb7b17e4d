package org.chalaco.vision.classification;

import org.chalaco.mobsim.traffic.VehicleClass;

/**
 * What a vehicle is held for.
 *
 * @param vehicleClass the most likely class
 * @param confidence its probability as the network sees it, 0 to 1
 */
public record Classification(VehicleClass vehicleClass, double confidence) {}
