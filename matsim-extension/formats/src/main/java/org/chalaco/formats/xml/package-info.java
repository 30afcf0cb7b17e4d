/**
 * Reading and writing XML, plain or gzipped: streaming, without external entities. Not exported.
 */
package org.chalaco.formats.xml;
