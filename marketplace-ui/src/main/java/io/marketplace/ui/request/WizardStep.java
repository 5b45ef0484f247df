package io.marketplace.ui.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The wizard's steps, each with an address of its own. */
enum WizardStep {
  WHAT("What"),
  FOR("For whom"),
  DATA("Data"),
  VOLUME("Volume and cost"),
  REVIEW("Review and send");

  private final String title;

  WizardStep(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its place, from 1. */
  int number() {
    return place() + 1;
  }

  /** The step of that code. */
  static Optional<WizardStep> of(String code) {
    return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
  }

  WizardStep next() {
    return values()[Math.min(place() + 1, values().length - 1)];
  }

  WizardStep before() {
    return values()[Math.max(place() - 1, 0)];
  }

  private int place() {
    return Arrays.asList(values()).indexOf(this);
  }
}
