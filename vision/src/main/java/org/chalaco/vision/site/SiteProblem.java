package org.chalaco.vision.site;

/**
 * One thing that is wrong with a site file.
 *
 * @param element where in the file, such as "lines[2].from"
 * @param value the value at fault, or the empty string
 * @param message what is wrong, with the value
 * @param remedy a way out, or the empty string
 */
public record SiteProblem(String element, String value, String message, String remedy) {}
