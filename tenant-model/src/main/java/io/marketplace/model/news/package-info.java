/** What changed for somebody: decisions, ends that come near, models, routes and prices. */
@NullMarked
package io.marketplace.model.news;

import org.jspecify.annotations.NullMarked;
