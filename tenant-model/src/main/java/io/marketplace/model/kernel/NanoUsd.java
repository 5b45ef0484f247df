package io.marketplace.model.kernel;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in whole nano-dollars (10⁻⁹ US dollars), never negative. A {@code long} holds
 * up to about 9.2 thousand million dollars.
 */
public record NanoUsd(long value) implements Comparable<NanoUsd> {

  /** No money. */
  public static final NanoUsd ZERO = new NanoUsd(0);

  private static final int SCALE = 9;

  /** Refuses a negative amount. */
  public NanoUsd {
    if (value < 0) {
      throw new IllegalArgumentException("negative amount: " + value);
    }
  }

  /**
   * Reads a decimal string in US dollars, such as {@code "12.50"}.
   *
   * @param field the name of the field, for the error
   * @throws MarketplaceException {@code invalid_request_error} if it is no number, negative, has
   *     more than nine decimals or is beyond what fits
   */
  public static NanoUsd parse(String field, String dollars) {
    try {
      if (dollars.length() <= 40) {
        BigDecimal amount = new BigDecimal(dollars.strip());
        if (amount.signum() >= 0) {
          return new NanoUsd(amount.movePointRight(SCALE).longValueExact());
        }
      }
    } catch (NumberFormatException e) {
      // no number at all: refused below
    } catch (ArithmeticException e) {
      // too fine or too large: refused below
    }
    throw new MarketplaceException(
        ProblemCode.INVALID_REQUEST,
        field
            + " must be an amount in US dollars: zero or more, at most nine decimals, below nine thousand million.",
        field);
  }

  /**
   * The cost of {@code tokens} at this price per million tokens, rounded up to whole nano-dollars:
   * what is booked is never below what is owed.
   *
   * @throws ArithmeticException if the cost does not fit
   */
  public NanoUsd perMillion(long tokens) {
    long whole = Math.multiplyHigh(value, tokens);
    if (whole == 0 && value * tokens >= 0) {
      return new NanoUsd(Math.ceilDiv(value * tokens, 1_000_000L));
    }
    return new NanoUsd(
        BigDecimal.valueOf(value)
            .multiply(BigDecimal.valueOf(tokens))
            .movePointLeft(6)
            .setScale(0, RoundingMode.CEILING)
            .longValueExact());
  }

  /** The sum; throws {@link ArithmeticException} when it does not fit. */
  public NanoUsd plus(NanoUsd other) {
    return new NanoUsd(Math.addExact(value, other.value));
  }

  /**
   * The amount in US dollars as a plain decimal string without trailing zeros, such as {@code
   * "0.0000315"}.
   */
  public String toDollars() {
    BigDecimal amount = BigDecimal.valueOf(value, SCALE).stripTrailingZeros();
    return amount.scale() < 0 ? amount.setScale(0).toPlainString() : amount.toPlainString();
  }

  @Override
  public int compareTo(NanoUsd other) {
    return Long.compare(value, other.value);
  }
}
