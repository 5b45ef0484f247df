/** What the gateway refuses, with its stable code, status and envelope. */
@NullMarked
package io.marketplace.gateway.problem;

import org.jspecify.annotations.NullMarked;
