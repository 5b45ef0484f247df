/** Runs the platform: its four figures, tenants, providers, pools, routes, policies and cards. */
@NullMarked
package io.marketplace.ui.administration;

import org.jspecify.annotations.NullMarked;
