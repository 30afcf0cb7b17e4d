/** What changes on the road at a time of day besides traffic: links and signal plans. */
package org.chalaco.day2day.road;
