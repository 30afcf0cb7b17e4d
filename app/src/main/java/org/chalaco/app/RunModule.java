package org.chalaco.app;

import com.google.inject.AbstractModule;

/** The parts of a run. */
final class RunModule extends AbstractModule {}
