/** The same vehicle from frame to frame. */
package org.chalaco.vision.tracking;
