package io.marketplace.model.policy;

/**
 * What a policy says about one hop.
 *
 * @param lawful whether the data may go there
 * @param rule which rule decided, such as {@code platform policy 1: internal → EU}, or that none
 *     allows it; holds no secret
 */
public record PolicyDecision(boolean lawful, String rule) {}
