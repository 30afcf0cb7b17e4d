/**
 * The road: links, lanes, connectors through junctions, stop lines and conflict points, as packed
 * arrays that are built once and never change.
 */
package org.chalaco.mobsim.network;
