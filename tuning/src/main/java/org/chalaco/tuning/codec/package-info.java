/** Plans as numbers that a search can change: legal plans only, or the Havana study's. */
package org.chalaco.tuning.codec;
