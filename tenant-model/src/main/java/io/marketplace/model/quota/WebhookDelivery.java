package io.marketplace.model.quota;

/**
 * A signal on its way to its tenant's webhook.
 *
 * @param signal what is told
 * @param url where
 * @param sealedSecret what it is signed with, sealed
 * @param attempts how often it was tried, this time included
 */
@SuppressWarnings("ArrayRecordComponent") // on its way from the database, never compared
public record WebhookDelivery(BudgetSignal signal, String url, byte[] sealedSecret, int attempts) {}
