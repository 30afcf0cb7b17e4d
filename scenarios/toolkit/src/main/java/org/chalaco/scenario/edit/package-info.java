/** What-if edits of a network, kept as small tables. */
package org.chalaco.scenario.edit;
