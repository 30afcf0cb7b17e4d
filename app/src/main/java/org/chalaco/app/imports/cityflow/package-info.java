/** CityFlow's roadnet and flow files, in JSON: how they are read, and what they come to. */
package org.chalaco.app.imports.cityflow;
