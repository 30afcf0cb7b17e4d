/**
 * The agents on JADE: the only code that sees it. In this process no port is open; with other
 * processes, one on the loopback address.
 */
package org.chalaco.agents.jade;
