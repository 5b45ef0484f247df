package io.marketplace.model.guard;

/**
 * Where a rule found something; never what.
 *
 * @param rule the rule's name
 * @param detector what it looks for
 * @param action what is done about it
 * @param start the first character, counted from 0 in UTF-16 units of the text
 * @param end the character behind the last
 */
public record Finding(String rule, Detector detector, GuardAction action, int start, int end) {}
