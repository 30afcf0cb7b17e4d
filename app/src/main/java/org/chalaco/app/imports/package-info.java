/** Scenario folders from other programs' files: what an import comes to, and how it is written. */
package org.chalaco.app.imports;
