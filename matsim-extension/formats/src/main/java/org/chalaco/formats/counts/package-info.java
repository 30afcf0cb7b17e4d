/** MATSim counts (v1): stations and hourly counts, read and written. */
package org.chalaco.formats.counts;
