package io.marketplace.model.keys;

/**
 * Whose secret it is.
 *
 * @param key the key
 * @param live whether calls with the secret are accepted
 */
public record SecretHolder(KeyView key, boolean live) {}
