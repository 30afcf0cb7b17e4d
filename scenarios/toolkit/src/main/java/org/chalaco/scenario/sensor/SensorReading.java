package org.chalaco.scenario.sensor;

import java.time.LocalDateTime;

/**
 * What a sensor said.
 *
 * @param detector its name
 * @param start of the interval, local time
 * @param minutes length of the interval
 * @param vehicles number counted, or negative where the sensor knew it was wrong
 */
public record SensorReading(String detector, LocalDateTime start, int minutes, double vehicles) {}
