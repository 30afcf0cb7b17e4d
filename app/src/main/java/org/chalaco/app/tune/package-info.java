/** Tuning of signal plans from the command line: what is asked for, how it runs, what it leaves. */
package org.chalaco.app.tune;
