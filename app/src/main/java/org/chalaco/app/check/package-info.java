/**
 * What no single file can know: whether network, plans, signals and config fit together.
 *
 * <p>Every check collects all problems; none changes anything.
 */
package org.chalaco.app.check;
