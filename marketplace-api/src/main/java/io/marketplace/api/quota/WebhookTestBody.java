package io.marketplace.api.quota;

import io.marketplace.model.quota.WebhookSender;

/**
 * What became of a test.
 *
 * @param arrived whether the receiver answered 2xx
 * @param answer its status, or the fault in a few words
 */
public record WebhookTestBody(boolean arrived, String answer) {

  static WebhookTestBody of(WebhookSender.Sent sent) {
    return new WebhookTestBody(sent.arrived(), sent.answer());
  }
}
