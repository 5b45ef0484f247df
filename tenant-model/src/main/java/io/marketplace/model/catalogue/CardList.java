package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Page;

/**
 * Cards that match a filter.
 *
 * @param page the part that was asked for
 * @param total how many match
 * @param facets the counts beside each option
 */
public record CardList(Page<CardView> page, long total, Facets facets) {}
