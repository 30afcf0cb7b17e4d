/**
 * {@code report.html}: one file that opens offline and shows what a run did, for the modeler and
 * for the person the modeler answers to.
 *
 * <p>{@link org.chalaco.app.report.ReportContent} says what is shown, {@link
 * org.chalaco.app.report.ReportAssembler} fills it from a run, {@link
 * org.chalaco.app.report.ReportWriter} writes the page from the templates beside this package's
 * resources. Units are SI up to the page; the page converts and words them in English or Spanish.
 */
package org.chalaco.app.report;
