package io.marketplace.model.metering;

import java.util.List;

/**
 * One decision on a call's way.
 *
 * @param step the step that took it, as {@code package/Class}
 * @param decision one word or short phrase
 * @param facts what it rested on, names and values in turn; never a prompt, a secret or an upstream
 *     address
 * @param atMicros microseconds since the call began
 */
public record CallDecision(String step, String decision, List<String> facts, long atMicros) {}
