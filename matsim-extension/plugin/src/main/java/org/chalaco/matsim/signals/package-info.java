// SPDX-License-Identifier: GPL-2.0-or-later
/**
 * MATSim's signals contrib with our stop lines: its signal systems and controllers, without the
 * classes of it that only work with queues. The only code that touches the contrib.
 */
package org.chalaco.matsim.signals;
