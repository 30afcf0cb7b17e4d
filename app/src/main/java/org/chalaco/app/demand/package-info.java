/** {@code chalaco demand}: demand rebuilt from counts, and what it is worth. */
package org.chalaco.app.demand;
