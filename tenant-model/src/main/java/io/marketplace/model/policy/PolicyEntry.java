package io.marketplace.model.policy;

/** What stands in a list of rules: a rule, or the name of a set of rules that stands for it. */
public sealed interface PolicyEntry permits PolicyRule, RuleInclude {}
