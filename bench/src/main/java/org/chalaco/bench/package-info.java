/** The program that measures: one class per command. */
package org.chalaco.bench;
