package io.marketplace.model.policy;

import java.util.List;

/**
 * Data of this sensitivity may go to providers of these jurisdictions. What no rule allows is
 * denied.
 *
 * @param sensitivity the data's sensitivity
 * @param jurisdictions codes such as {@code EU}, {@code US} or {@code on-premises}
 */
public record PolicyRule(Sensitivity sensitivity, List<String> jurisdictions) {

  /** Copies the list. */
  public PolicyRule {
    jurisdictions = List.copyOf(jurisdictions);
  }
}
