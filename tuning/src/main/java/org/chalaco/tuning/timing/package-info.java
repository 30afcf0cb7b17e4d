/** Plans by formula: Webster, HCM, equal greens, green waves; flows and corridors behind them. */
package org.chalaco.tuning.timing;
