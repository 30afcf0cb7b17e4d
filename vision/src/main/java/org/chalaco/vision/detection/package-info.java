/** Vehicles in one frame: by comparison with an empty road, or by a network in an ONNX file. */
package org.chalaco.vision.detection;
