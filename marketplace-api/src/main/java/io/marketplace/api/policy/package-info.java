/** Which data may go where. */
@NullMarked
package io.marketplace.api.policy;

import org.jspecify.annotations.NullMarked;
