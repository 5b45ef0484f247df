/**
 * JSON as the control API reads and writes it: strict in, plain decimal strings and RFC 3339 out.
 */
@NullMarked
package io.marketplace.api.json;

import org.jspecify.annotations.NullMarked;
