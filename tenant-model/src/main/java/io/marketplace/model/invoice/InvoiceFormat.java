package io.marketplace.model.invoice;

import io.marketplace.model.kernel.Coded;

/** Whose table an invoice is. */
public enum InvoiceFormat implements Coded {
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
  @Override
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
    return Coded.parse(InvoiceFormat.class, field, code);
  }
}
