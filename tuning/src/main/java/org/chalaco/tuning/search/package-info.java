/** How plans are searched: every method makes one generation from the one before. */
package org.chalaco.tuning.search;
