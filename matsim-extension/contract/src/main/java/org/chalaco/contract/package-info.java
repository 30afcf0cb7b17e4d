/**
 * What a MATSim user may expect of a mobsim, as one suite of tests for every runner: scenarios
 * written as MATSim files, a port that runs a folder, and behaviours stated on the events that come
 * out. Knows neither MATSim nor our own types.
 */
package org.chalaco.contract;
