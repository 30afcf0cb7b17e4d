/** A search on disk, so that it can go on another day. */
package org.chalaco.tuning.checkpoint;
