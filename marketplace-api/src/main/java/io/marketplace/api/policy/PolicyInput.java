package io.marketplace.api.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is to be. What an answer holds besides is passed over, so that one that was read
 * can be sent back.
 *
 * @param rules what is allowed and denied; none denies everything. See {@link PolicyTree}
 * @param sets rules under a name, to be included
 * @param note why it is written
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"tenantId", "createdBy", "createdAt"})
public record PolicyInput(
    List<Object> rules,
    @Nullable List<Object> sets,
    @Nullable String note,
    @Nullable Integer version) {

  PolicyDocument document() {
    return PolicyTree.read(rules, sets);
  }

  String why() {
    return note == null ? "" : note;
  }
}
