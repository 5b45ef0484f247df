package io.marketplace.model.quota;

import java.util.UUID;

/**
 * Who holds leases.
 *
 * @param journal identifies the journal that what is reserved is written to; outlives the process
 * @param life identifies this run of the gateway on that journal
 */
public record LeaseHolder(UUID journal, UUID life) {}
