package io.marketplace.model.keys;

import java.util.Optional;

/**
 * Something in a text that looks like a secret of the marketplace.
 *
 * @param hint what may be shown of it
 * @param genuine whether its checksum is right: a marketplace made it
 * @param holder whose it is, if it is of a key that the asker sees
 */
public record LeakFinding(String hint, boolean genuine, Optional<SecretHolder> holder) {}
