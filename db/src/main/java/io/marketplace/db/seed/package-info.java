/** What an installation starts with: the delivered catalogue, and the demo's tenants and pools. */
@NullMarked
package io.marketplace.db.seed;

import org.jspecify.annotations.NullMarked;
