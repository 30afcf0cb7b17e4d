/**
 * What a camera looks at: lines, lanes, sections and movements in its image, and the road plane.
 */
package org.chalaco.vision.site;
