/** Keeps a started marketplace running and tells the other commands how it gets on. */
@NullMarked
package io.marketplace.launcher.supervise;

import org.jspecify.annotations.NullMarked;
