/** How quickly the portal's questions about a large ledger are answered. */
@NullMarked
package io.marketplace.bench.burn;

import org.jspecify.annotations.NullMarked;
