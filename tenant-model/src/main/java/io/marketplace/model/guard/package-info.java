/** Guardrails: what may not stand in prompts and answers, and what is done about it. */
@NullMarked
package io.marketplace.model.guard;

import org.jspecify.annotations.NullMarked;
