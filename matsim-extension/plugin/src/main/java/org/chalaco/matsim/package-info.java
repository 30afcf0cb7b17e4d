// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * Chalaco inside MATSim: a network engine for QSim, found by one line in a run script. Mapping
 * only: MATSim's network, vehicles, agents and signals to the mobsim's, and its events back. No
 * formula and no decision of traffic lives here.
 */
package org.chalaco.matsim;
