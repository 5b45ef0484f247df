/** Processes that never outlive the launcher, with their ports, logs and marks. */
@NullMarked
package io.marketplace.launcher.process;

import org.jspecify.annotations.NullMarked;
