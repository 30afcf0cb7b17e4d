package org.chalaco.vision.site;

/**
 * An area that movements begin and end in: the mouth of one leg of an intersection.
 *
 * @param id name of the section
 * @param area where it lies in the image
 */
public record CameraSection(String id, Polygon area) {}
