package io.marketplace.guard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.marketplace.model.keys.KeySecret;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/** The forms the marketplace knows by itself. */
final class Shapes {

  /** Lucene's own measure of effort; the forms below need far less. */
  private static final int EFFORT = 100_000;

  /**
   * Tokens that say by their prefix what they are, as their issuers publish them: AWS, GitHub,
   * GitLab, Slack, Google, Stripe, Anthropic, OpenAI, Hugging Face, npm, PyPI, SendGrid,
   * DigitalOcean, HashiCorp Vault, Databricks, Azure AD client secrets.
   */
  private static final String TOKENS =
      String.join(
          "|",
          "(AKIA|ASIA)[A-Z0-9]{16}",
          "gh[pousr]_[A-Za-z0-9]{36,251}",
          "github_pat_[A-Za-z0-9_]{22,255}",
          "glpat-[A-Za-z0-9_\\-]{20,64}",
          "xox[abeoprs]-[A-Za-z0-9\\-]{10,250}",
          "AIza[A-Za-z0-9_\\-]{35}",
          "(sk|rk)_(live|test)_[A-Za-z0-9]{16,250}",
          "sk-[A-Za-z0-9_\\-]{20,250}",
          "hf_[A-Za-z0-9]{30,64}",
          "npm_[A-Za-z0-9]{36}",
          "pypi-AgE[A-Za-z0-9_\\-]{50,250}",
          "SG\\.[A-Za-z0-9_\\-]{22}\\.[A-Za-z0-9_\\-]{43}",
          "do[opr]_v1_[a-f0-9]{64}",
          "hv[sbr]\\.[A-Za-z0-9_\\-]{24,250}",
          "dapi[a-f0-9]{32}",
          "[A-Za-z0-9_~.\\-]{3}[0-9]Q~[A-Za-z0-9_~.\\-]{31,34}");

  /** RFC 7519 in compact form: three parts in base64url, the first two are JSON objects. */
  private static final String WEB_TOKEN =
      "eyJ[A-Za-z0-9_\\-]{10,}\\.eyJ[A-Za-z0-9_\\-]{10,}\\.[A-Za-z0-9_\\-]{10,}";

  /** RFC 7468 and its kin; also where line ends were escaped once more. */
  private static final String PRIVATE_KEY =
      "-----BEGIN [A-Z ]{0,20}PRIVATE KEY( BLOCK)?-----"
          + "[A-Za-z0-9+/=\\\\\n\r\t]{0,8000}(-----END [A-Z ]{0,20}PRIVATE KEY( BLOCK)?-----)?";

  static final Shape IBAN =
      shape("[a-z]{2}[0-9]{2}([ \\-]?[a-z0-9]){11,30}", true, 80, Folding::word, Shapes::iban);

  static final Shape CARD =
      shape("[0-9]([ .\\-]{0,2}[0-9]){12,18}", true, 60, Folding::digit, Shapes::card);

  static final Shape EMAIL =
      shape(
          "[a-z0-9ß-ɏͰ-ԯ_](\\.?[a-z0-9ß-ɏͰ-ԯ_%+'\\-]){0,63}"
              + "@([a-z0-9ß-ɏͰ-ԯ]([a-z0-9ß-ɏͰ-ԯ\\-]{0,62})\\.){1,6}(xn--[a-z0-9\\-]{2,59}|[a-zß-ɏͰ-ԯ]{2,24})",
          true, 340, Folding::word, anything -> true);

  static final Shape PHONE =
      shape("(\\+|00)[1-9]([ ()/.\\-]{0,3}[0-9]){6,14}", true, 70, Folding::digit, Shapes::phone);

  static final List<Shape> SECRETS =
      List.of(
          shape(TOKENS, false, 300, Folding::token, anything -> true),
          shape(WEB_TOKEN, false, 8_192, Folding::token, anything -> true),
          shape(PRIVATE_KEY, false, 8_192, none -> false, anything -> true),
          shape(
              KeySecret.PREFIX + "[A-Za-z0-9]{20,80}",
              false,
              100,
              Folding::token,
              text -> KeySecret.parse(text).isPresent()));

  private Shapes() {}

  /** A form of our own writing. */
  static Shape shape(
      String expression, boolean caseless, int span, IntPredicate joined, Predicate<String> real) {
    RegExp parsed = new RegExp(expression, RegExp.NONE);
    return new Shape(
        Operations.determinize(parsed.toAutomaton(), EFFORT), caseless, span, joined, real);
  }

  private static boolean iban(String text) {
    return IBANValidator.getInstance().isValid(bare(text));
  }

  /** A prefix that card networks use, ISO/IEC 7812's check digit, and not one digit throughout. */
  private static boolean card(String text) {
    String digits = bare(text);
    boolean issued =
        switch (digits.charAt(0)) {
          case '3', '4', '6' -> true;
          case '5' -> digits.charAt(1) <= '8';
          case '2' -> digits.charAt(1) >= '2' && digits.charAt(1) <= '7';
          default -> false;
        };
    return issued
        && digits.chars().distinct().count() > 1
        && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
  }

  private static boolean phone(String text) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String international = text.startsWith("00") ? "+" + text.substring(2) : text;
    try {
      return numbers.isValidNumber(numbers.parse(international, "ZZ"));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /** Letters and digits alone, in upper case. */
  static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }
}
