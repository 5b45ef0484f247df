package io.marketplace.model.guard;

import io.marketplace.model.kernel.Coded;

/** What a rule looks for. */
public enum Detector implements Coded {
  /** International bank account numbers with a country's length and the check of ISO 13616. */
  IBAN("iban"),
  /** Payment card numbers with an issuer's prefix and the check digit of ISO/IEC 7812. */
  CARD("card"),
  /** E-mail addresses. */
  EMAIL("email"),
  /** Phone numbers in international form that a country has given out. */
  PHONE("phone"),
  /** National identity and tax numbers with their check digits; the values name countries. */
  NATIONAL_ID("national-id"),
  /** Credentials: tokens of well-known prefixes, private keys, the marketplace's own keys. */
  SECRET("secret"),
  /** The values themselves, whatever their case, as whole words. */
  TERMS("terms"),
  /** The values as regular expressions. */
  PATTERN("pattern"),
  /** More text than {@code maxChars} characters. */
  SIZE("size");

  private final String code;

  Detector(String code) {
    this.code = code;
  }

  /** The word for it in configurations and answers. */
  @Override
  public String code() {
    return code;
  }

  /** Whether the rule's values say what to look for, so that there must be some. */
  public boolean needsValues() {
    return this == TERMS || this == PATTERN;
  }

  /**
   * Reads a code.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field}
   */
  public static Detector parse(String field, String code) {
    return Coded.parse(Detector.class, field, code);
  }
}
