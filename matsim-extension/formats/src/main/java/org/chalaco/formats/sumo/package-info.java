/**
 * Scenarios as SUMO's plain input: nodes, edges, connections, signal programs and routes. Nothing
 * of SUMO is linked or shipped; its programs read what is written here.
 */
package org.chalaco.formats.sumo;
