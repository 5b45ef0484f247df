/** What is excused: by a comment with a reason, or by a baseline that only shrinks. */
@NullMarked
package io.marketplace.names.waive;

import org.jspecify.annotations.NullMarked;
