package io.marketplace.launcher.supervise;

import io.marketplace.launcher.part.PartState;

/**
 * How one part gets on.
 *
 * @param millis how long its start took, in milliseconds
 * @param detail a few words such as its address, perhaps empty
 */
public record PartStatus(String name, PartState state, long millis, String detail) {}
