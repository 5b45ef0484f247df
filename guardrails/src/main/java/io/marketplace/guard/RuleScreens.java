package io.marketplace.guard;

import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.ScreenReport;
import io.marketplace.model.guard.Screens;
import io.marketplace.model.guard.Side;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads texts for the portal with the very parts the gateway reads with. */
@Singleton
public final class RuleScreens implements Screens {

  @Override
  public void check(List<GuardRule> rules) {
    var unused = ready(rules);
  }

  @Override
  public ScreenReport read(List<GuardRule> rules, Side side, String text) {
    Reading reading =
        new Screen(ready(rules).stream().filter(one -> one.rule().sides().contains(side)).toList())
            .start();
    String passed = reading.whole(text);
    Optional<String> blockedBy = reading.blockedBy().map(GuardRule::name);
    return new ScreenReport(
        reading.findings().stream()
            .sorted(Comparator.comparingInt(finding -> finding.start()))
            .toList(),
        blockedBy,
        blockedBy.isPresent() ? Optional.empty() : Optional.of(passed));
  }

  private static List<ReadyRule> ready(List<GuardRule> rules) {
    List<ReadyRule> ready = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      ready.add(ReadyRule.of("rules[" + i + "]", rules.get(i)));
    }
    return ready;
  }
}
