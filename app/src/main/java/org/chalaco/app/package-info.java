/**
 * The composition root: {@link org.chalaco.app.Chalaco} starts here, Guice puts the parts together.
 */
package org.chalaco.app;
