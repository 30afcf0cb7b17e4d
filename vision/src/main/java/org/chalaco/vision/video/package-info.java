/** Where frames come from: files, image sequences and streams, with the time of each frame. */
package org.chalaco.vision.video;
