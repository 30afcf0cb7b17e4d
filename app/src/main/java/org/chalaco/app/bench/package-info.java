/**
 * How fast the mobsim is, and whether it still does the same: one day of a scenario through the
 * mobsim, measured.
 */
package org.chalaco.app.bench;
