/** Which data may go where: the law in force, its editor with a preview, and its history. */
@NullMarked
package io.marketplace.ui.policy;

import org.jspecify.annotations.NullMarked;
