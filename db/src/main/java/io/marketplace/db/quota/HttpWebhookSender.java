package io.marketplace.db.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.db.json.Json;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.TenantId;
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
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts signals and tests as JSON. {@code Marketplace-Signature: t=<unix seconds>,v1=<hex>} holds
 * the HMAC-SHA256 under the webhook's secret of the seconds, a full stop and the body. Follows no
 * redirect, and reads no more of the answer than its status.
 */
@Singleton
public final class HttpWebhookSender implements WebhookSender {

  private final UpstreamRules rules;
  private final Clock clock;
  private final Duration patience;
  private final HttpClient http;

  /** Calls what {@code rules} allow. */
  @Inject
  public HttpWebhookSender(UpstreamRules rules, Clock clock) {
    this(rules, clock, Duration.ofSeconds(PATIENCE_SECONDS));
  }

  /** Waits for an answer for {@code patience}. */
  HttpWebhookSender(UpstreamRules rules, Clock clock, Duration patience) {
    this.rules = rules;
    this.clock = clock;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Takes the status for the whole answer: a receiver that sends on without end is left. */
  private static final class StatusAlone implements HttpResponse.BodySubscriber<String> {
    @Override
    public CompletionStage<String> getBody() {
      return CompletableFuture.completedFuture("");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
      // what was under way when it was cancelled
    }

    @Override
    public void onError(Throwable broken) {
      // the status is known by now
    }

    @Override
    public void onComplete() {
      // nothing was waited for
    }
  }

  @Override
  public Sent send(String url, String secret, BudgetSignal signal) {
    return post(url, secret, body(signal));
  }

  @Override
  public Sent test(String url, String secret, TenantId tenant, Instant at) {
    ObjectNode node =
        Json.object()
            .put("id", Ids.next().toString())
            .put("type", "webhook.test")
            .put("at", at.toString())
            .put("tenantId", tenant.toString());
    return post(url, secret, Json.write(node));
  }

  private Sent post(String url, String secret, String body) {
    long seconds = clock.instant().getEpochSecond();
    try {
      // Asked again: the name may lead elsewhere by now.
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(rules.checkReceiver("url", url)))
              .timeout(patience)
              .header("Content-Type", "application/json")
              .header(
                  "Marketplace-Signature",
                  "t=" + seconds + ",v1=" + signature(secret, seconds + "." + body))
              .POST(BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, head -> new StatusAlone()).statusCode();
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
