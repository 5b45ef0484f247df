package io.marketplace.model.access;

/**
 * What waits for somebody.
 *
 * @param toDecide requests the actor may decide now
 * @param toAnswer own or team's requests that were asked back
 * @param waiting own or team's requests that wait for others
 */
public record InboxCounts(long toDecide, long toAnswer, long waiting) {}
