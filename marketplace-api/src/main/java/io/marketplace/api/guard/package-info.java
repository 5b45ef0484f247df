/** What may not stand in prompts and answers. */
@NullMarked
package io.marketplace.api.guard;

import org.jspecify.annotations.NullMarked;
