/** The HTTP shell of the model server: routes, bounds on requests, errors in OpenAI's envelope. */
@NullMarked
package io.marketplace.builtin.http;

import org.jspecify.annotations.NullMarked;
