/** The command line: one class per command, options they share, exit codes. */
package org.chalaco.app.cli;
