/** {@code chalaco watch}: videos of a camera to counts. */
package org.chalaco.app.watch;
