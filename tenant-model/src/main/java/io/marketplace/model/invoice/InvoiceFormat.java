package io.marketplace.model.invoice;

import io.marketplace.model.kernel.Input;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Whose table an invoice is. */
public enum InvoiceFormat {
  /** The marketplace's own: {@code day,model,cost_usd} and, where known, tokens and requests. */
  PLAIN("plain"),
  /**
   * A costs export in OpenAI's form: {@code start_time_iso}, {@code amount_value}, {@code
   * amount_currency} and {@code line_item} such as {@code gpt-4o-mini, input}.
   */
  OPENAI("openai"),
  /**
   * A cost export in Anthropic's form: {@code usage_date_utc}, {@code model}, {@code token_type},
   * {@code cost_usd}.
   */
  ANTHROPIC("anthropic");

  private final String code;

  InvoiceFormat(String code) {
    this.code = code;
  }

  /** The word for it in requests and answers. */
  public String code() {
    return code;
  }

  /**
   * Reads a code.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field}
   */
  public static InvoiceFormat parse(String field, String code) {
    return Arrays.stream(values())
        .filter(one -> one.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Input.invalid(
                    field,
                    field
                        + " must be one of "
                        + Arrays.stream(values())
                            .map(InvoiceFormat::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
