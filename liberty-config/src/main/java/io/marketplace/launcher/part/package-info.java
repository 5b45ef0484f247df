/** What a part of the marketplace is, and how parts start in order and stop together. */
@NullMarked
package io.marketplace.launcher.part;

import org.jspecify.annotations.NullMarked;
