/** Trains the network that is shipped: what is drawn, how it goes, how well it does in the end. */
package org.chalaco.app.train;
