package io.marketplace.api.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.policy.PolicyRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is to be. What an answer holds besides is passed over, so that one that was read
 * can be sent back.
 *
 * @param rules what is allowed; none denies everything
 * @param note why it is written
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"tenantId", "createdBy", "createdAt"})
public record PolicyInput(List<RuleBody> rules, @Nullable String note, @Nullable Integer version) {

  List<PolicyRule> read() {
    return rules.stream().map(RuleBody::rule).toList();
  }

  String why() {
    return note == null ? "" : note;
  }
}
