/**
 * What signal agents know and how they come to agree: flows they measure, greens and cycles after
 * Webster, offsets by distributed optimisation, priority by bids; and the controllers that play
 * what was agreed on. Pure: the same messages give the same answers on any platform.
 */
package org.chalaco.agents.coordination;
