package io.marketplace.names.scan;

import java.util.Optional;

/** A name between two indices of the bytes in hand. */
record Recognized(int start, int end, String family, Optional<String> alias) {}
