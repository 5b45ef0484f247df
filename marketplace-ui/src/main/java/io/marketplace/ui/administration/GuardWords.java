package io.marketplace.ui.administration;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.ui.format.Formats;

/** Guardrails in words. */
final class GuardWords {

  private GuardWords() {}

  static String of(Detector detector) {
    return switch (detector) {
      case IBAN -> "bank accounts (IBAN)";
      case CARD -> "payment cards";
      case EMAIL -> "e-mail addresses";
      case PHONE -> "phone numbers";
      case NATIONAL_ID -> "national identity numbers";
      case SECRET -> "credentials and keys";
      case TERMS -> "a deny list of terms";
      case PATTERN -> "regular expressions";
      case SIZE -> "too much text";
    };
  }

  static String of(GuardAction action) {
    return switch (action) {
      case BLOCK -> "refuse the call";
      case REDACT -> "replace the text";
      case FLAG -> "let pass, and count";
    };
  }

  static String what(GuardRule rule) {
    String values =
        rule.values().isEmpty()
            ? ""
            : rule.detector() == Detector.NATIONAL_ID
                ? " of " + String.join(", ", rule.values())
                : ", " + Formats.counted(rule.values().size(), "entry", "entries");
    String size =
        rule.maxChars().map(max -> ", above " + Formats.count(max) + " characters").orElse("");
    return of(rule.detector()) + values + size;
  }

  static String where(GuardRule rule) {
    String sides =
        rule.sides().size() == Side.values().length
            ? "prompts and answers"
            : rule.sides().contains(Side.PROMPT) ? "prompts" : "answers";
    return rule.requestClasses().isEmpty()
        ? sides
        : sides + " of " + String.join(", ", rule.requestClasses().stream().sorted().toList());
  }
}
