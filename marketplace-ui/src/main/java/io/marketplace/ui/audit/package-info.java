/** The audit log: who did what to which thing, and what it changed. */
@NullMarked
package io.marketplace.ui.audit;

import org.jspecify.annotations.NullMarked;
