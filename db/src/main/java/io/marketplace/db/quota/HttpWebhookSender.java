package io.marketplace.db.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.db.json.Json;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.WebhookSender;
import io.marketplace.model.routing.UpstreamRules;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts signals as JSON. {@code Marketplace-Signature: t=<unix seconds>,v1=<hex>} holds the
 * HMAC-SHA256 under the webhook's secret of the seconds, a full stop and the body. Follows no
 * redirect, and reads no more of the answer than its status.
 */
@Singleton
public final class HttpWebhookSender implements WebhookSender {

  private final UpstreamRules rules;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Calls what {@code rules} allow. */
  @Inject
  public HttpWebhookSender(UpstreamRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public Sent send(String url, String secret, BudgetSignal signal) {
    String body = body(signal);
    long seconds = clock.instant().getEpochSecond();
    try {
      // Asked again: the name may lead elsewhere by now.
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(rules.check("url", url)))
              .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
              .header("Content-Type", "application/json")
              .header(
                  "Marketplace-Signature",
                  "t=" + seconds + ",v1=" + signature(secret, seconds + "." + body))
              .POST(BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return new Sent(status >= 200 && status < 300, "status " + status);
    } catch (MarketplaceException e) {
      return new Sent(false, "the address may not be called");
    } catch (IOException e) {
      return new Sent(false, "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sent(false, "interrupted");
    }
  }

  private static String body(BudgetSignal signal) {
    ObjectNode node =
        Json.object()
            .put("id", signal.id().toString())
            .put("type", "budget." + signal.kind())
            .put("at", signal.at().toString())
            .put("tenantId", signal.tenant().toString())
            .put("budgetId", signal.budget().toString())
            .put("label", signal.label())
            .put("spentUsd", signal.spent().toDollars())
            .put("capUsd", signal.cap().toDollars());
    signal
        .scope()
        .ifPresent(
            scope ->
                node.putObject("scope").put("type", scope.kind().code()).put("id", scope.id()));
    return Json.write(node);
  }

  private static String signature(String secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
