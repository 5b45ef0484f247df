package io.marketplace.api.guard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.guard.GuardRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guardrails as they are to be. What an answer holds besides is passed over, so that one that was
 * read can be sent back.
 *
 * @param rules what is looked for; none screens nothing
 * @param note why it is written
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"tenantId", "createdBy", "createdAt"})
public record GuardrailsInput(
    List<GuardRuleBody> rules, @Nullable String note, @Nullable Integer version) {

  List<GuardRule> read() {
    return rules.stream().map(GuardRuleBody::rule).toList();
  }

  String why() {
    return note == null ? "" : note;
  }
}
