/** Recipes: programs that make a scenario's files of its tables, and check that they still do. */
package org.chalaco.scenario.recipe;
