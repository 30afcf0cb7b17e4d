/** Road networks from facts: roundabouts as rings, the strongly connected part. */
package org.chalaco.scenario.network;
