package org.chalaco.analysis.emission;

/** What is counted, in grams. Fuel follows from carbon dioxide. */
public enum Pollutant {
    /** Carbon dioxide. */
    CO2,
    /** Nitrogen oxides. */
    NOX,
    /** Volatile organic compounds. */
    VOC,
    /** Particulate matter of the exhaust; none of brakes and tyres. */
    PM
}
