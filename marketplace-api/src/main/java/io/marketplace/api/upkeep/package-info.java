/** What must happen from time to time although nobody asks for it. */
@NullMarked
package io.marketplace.api.upkeep;

import org.jspecify.annotations.NullMarked;
