package org.chalaco.formats.config;

import java.nio.file.Path;

/**
 * The files of public transport.
 *
 * @param schedule stops, lines and departures, or null
 * @param vehicles vehicles and their types, or null
 */
public record TransitFiles(Path schedule, Path vehicles) {}
