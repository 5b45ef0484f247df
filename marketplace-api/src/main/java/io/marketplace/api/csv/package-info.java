/** Tables as CSV that no spreadsheet takes for formulas. */
@NullMarked
package io.marketplace.api.csv;

import org.jspecify.annotations.NullMarked;
