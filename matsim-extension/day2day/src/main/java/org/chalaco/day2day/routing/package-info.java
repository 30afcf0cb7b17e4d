/** Ways through the network: learned travel times and the routers that use them. */
package org.chalaco.day2day.routing;
