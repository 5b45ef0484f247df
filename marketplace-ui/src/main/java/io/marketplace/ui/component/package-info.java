/**
 * The portal's building blocks: answer line, ledger section, rail, table, chart, and the states
 * every block has.
 */
@NullMarked
package io.marketplace.ui.component;

import org.jspecify.annotations.NullMarked;
