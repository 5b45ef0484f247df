package io.marketplace.gateway.protocol;

import io.marketplace.gateway.body.RequestBody;
import io.marketplace.gateway.body.Rewrite;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.quota.CompletionCap;

/**
 * Puts the provider's name of the model into the body, makes it report a stream's usage, and reads
 * the report from the answer. A report the caller did not ask for is taken out again, and the
 * provider's credential is hidden where it quotes it; every other byte passes as it came.
 */
public final class Translate implements Step {
  private final UsageReader usage = new UsageReader();
  private final CompletionCap caps;

  /** Sends the caps of {@code caps} to providers whose callers named none. */
  public Translate(CompletionCap caps) {
    this.caps = caps;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    RequestBody body = call.body();
    boolean streams =
        body.stream()
            && (call.operation() == Operation.CHAT || call.operation() == Operation.COMPLETION);
    byte[] upstream =
        Rewrite.forUpstream(
            body,
            call.candidate().model(),
            streams,
            caps.toSend(body, call.operation(), call.candidate()));
    Answer answer = next.proceed(call.withUpstreamBody(upstream));
    CredentialMask mask = CredentialMask.of(call.candidate().pool().provider().credential());
    if (answer.stream() == null) {
      mask.hide(answer.bytes(), 0, answer.bytes().length);
      usage.readWhole(answer.bytes(), call.tally());
      boolean text = call.operation() == Operation.CHAT || call.operation() == Operation.COMPLETION;
      if (text && !call.tally().reported()) {
        call.tally().keep(answer.bytes(), 0, answer.bytes().length);
      }
      return answer;
    }
    boolean strip = !body.streamOptions().usageAskedFor();
    return answer.wrap(stream -> new EventStream(stream, usage, call.tally(), mask, strip));
  }
}
