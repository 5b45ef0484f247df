/**
 * The first page of an application team: what it can call, whether it is within budget, what needs
 * it.
 */
@NullMarked
package io.marketplace.ui.home;

import org.jspecify.annotations.NullMarked;
