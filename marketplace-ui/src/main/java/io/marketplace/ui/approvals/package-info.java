/** The approver's inbox: what waits, what it would cost, what the policy says, and the decision. */
@NullMarked
package io.marketplace.ui.approvals;

import org.jspecify.annotations.NullMarked;
