/** What travels along the line: the call, its trace, the answer, and the shape of a step. */
@NullMarked
package io.marketplace.gateway.line;

import org.jspecify.annotations.NullMarked;
