package io.marketplace.api.policy;

import io.marketplace.api.json.Named;
import io.marketplace.model.policy.PolicyPreview;
import io.marketplace.model.policy.PolicyPreview.Change;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.TrafficGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a policy would have done to last week's calls.
 *
 * @param calls how many were looked at
 * @param denied how many would have been refused
 * @param moved how many another provider of their route would have answered
 * @param allowed how many refused ones would have been lawful
 * @param changes the calls that a change would have met, in groups, at most 50
 */
public record PreviewBody(
    Instant from,
    Instant until,
    long calls,
    long denied,
    long moved,
    long allowed,
    List<ChangeBody> changes) {

  /**
   * A group of calls.
   *
   * @param effect {@code denied}, {@code moved} or {@code allowed}
   * @param provider who answered; absent: nobody, or the cache
   * @param why the rule that would decide
   * @param examples identifiers of some of the calls, to be explained
   */
  public record ChangeBody(
      String effect,
      String tenantId,
      Named application,
      String alias,
      String sensitivity,
      Optional<String> provider,
      long calls,
      String why,
      List<String> examples) {

    static ChangeBody of(Change change) {
      TrafficGroup group = change.group();
      return new ChangeBody(
          change.effect().code(),
          group.tenant().toString(),
          new Named(
              group.application().toString(),
              Optional.of(group.applicationName()).filter(name -> !name.isEmpty())),
          group.alias(),
          group.sensitivity().code(),
          group.provider().map(ProviderTraits::name),
          group.calls(),
          change.why(),
          group.examples().stream().map(Object::toString).toList());
    }
  }

  static PreviewBody of(PolicyPreview preview) {
    return new PreviewBody(
        preview.from(),
        preview.until(),
        preview.calls(),
        preview.denied(),
        preview.moved(),
        preview.allowed(),
        preview.changes().stream().map(ChangeBody::of).toList());
  }
}
