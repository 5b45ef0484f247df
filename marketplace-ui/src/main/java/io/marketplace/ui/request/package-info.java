/**
 * Asking for access: the wizard with its draft, one's requests on their rails, and the answers to
 * questions asked back.
 */
@NullMarked
package io.marketplace.ui.request;

import org.jspecify.annotations.NullMarked;
