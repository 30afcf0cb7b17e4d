package org.chalaco.analysis.emission;

/**
 * The five vehicles that Int Panis et al. measured, and the carbon dioxide that a litre of their
 * fuel becomes (IPCC 2006 guidelines, volume 2, table 1.4: 69.3, 74.1 and 63.1 kg/GJ, with 33.0,
 * 36.2 and 25.6 MJ/L).
 */
public enum EngineType {
    PETROL_CAR(2.29),
    DIESEL_CAR(2.68),
    LPG_CAR(1.61),
    BUS(2.68),
    TRUCK(2.68);

    private final double co2PerLitre;

    EngineType(double co2PerLitre) {
        this.co2PerLitre = co2PerLitre;
    }

    /** Carbon dioxide of a litre of fuel, kg. */
    public double co2PerLitre() {
        return co2PerLitre;
    }
}
