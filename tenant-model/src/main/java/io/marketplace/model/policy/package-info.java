/** Which data may go where. */
@NullMarked
package io.marketplace.model.policy;

import org.jspecify.annotations.NullMarked;
