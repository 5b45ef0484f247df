/** The check as a goal of Maven. */
@NullMarked
package io.marketplace.names.maven;

import org.jspecify.annotations.NullMarked;
