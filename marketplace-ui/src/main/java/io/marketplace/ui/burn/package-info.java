/** What is burning money now: who, how fast, and against what is usual for them. */
@NullMarked
package io.marketplace.ui.burn;

import org.jspecify.annotations.NullMarked;
