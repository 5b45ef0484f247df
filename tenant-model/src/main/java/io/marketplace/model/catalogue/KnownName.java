package io.marketplace.model.catalogue;

/**
 * A name that a model bears: its card's, the card's slug, or the one under which a pool serves it.
 * Applications use the tier's alias instead.
 *
 * @param name as people and pools write it
 * @param card the model's card
 * @param tier the tier to call instead of the model
 */
public record KnownName(String name, CardSlug card, Tier tier) {}
