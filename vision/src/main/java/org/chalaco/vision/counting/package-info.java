/** Tracks to crossings of lines, and crossings to counts per interval, class and movement. */
package org.chalaco.vision.counting;
