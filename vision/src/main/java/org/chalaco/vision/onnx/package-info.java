/** Writes small networks as ONNX files, so that any runtime can read what was trained here. */
package org.chalaco.vision.onnx;
