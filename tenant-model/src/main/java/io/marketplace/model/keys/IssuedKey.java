package io.marketplace.model.keys;

/**
 * A key with the secret just made: the only time that it is told.
 *
 * @param id the key
 * @param secret the secret, for the owner's eyes
 */
public record IssuedKey(KeyId id, KeySecret secret) {}
