package io.marketplace.ui.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDraftTest {

  private static final PolicyRule EU = PolicyRule.allow(Sensitivity.INTERNAL, List.of("EU"));
  private static final PolicyRule US = PolicyRule.allow(Sensitivity.PUBLIC, List.of("US"));

  @Test
  void rulesAreAddedReplacedAndTakenOut() {
    PolicyDraft draft = new PolicyDraft(PolicyDocument.of(List.of(EU)));
    assertFalse(draft.changed());
    draft.add(PolicyDraft.MAIN, US);
    assertTrue(draft.changed());
    draft.replace(PolicyDraft.MAIN, 0, US);
    draft.remove(PolicyDraft.MAIN, 1);
    assertEquals(List.of(US), draft.document().rules());
    draft.replace(PolicyDraft.MAIN, 0, EU);
    assertFalse(draft.changed());
  }

  @Test
  void aSetThatIsTakenOutIsNoLongerMentioned() {
    PolicyDraft draft = new PolicyDraft(PolicyDocument.NOTHING);
    draft.addSet("base");
    draft.addSet("outer");
    draft.add("base", EU);
    draft.add("outer", new RuleInclude("base"));
    draft.add(PolicyDraft.MAIN, new RuleInclude("outer"));
    assertEquals(List.of(EU), draft.document().flat(List.of()));
    assertThrows(MarketplaceException.class, () -> draft.addSet("base"));

    draft.removeSet("base");

    assertEquals(List.of(), draft.entries("outer"));
    assertEquals(List.of(new RuleInclude("outer")), draft.entries(PolicyDraft.MAIN));
    assertEquals(1, draft.document().sets().size());
  }
}
