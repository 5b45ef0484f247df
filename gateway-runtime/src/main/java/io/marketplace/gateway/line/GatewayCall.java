package io.marketplace.gateway.line;

import io.marketplace.gateway.body.RequestBody;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Route;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.quota.CallPriority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call as a step sees it. A step changes it by handing a copy on; what an earlier step must
 * have set is asked for without a null check, and a line in the wrong order fails at once.
 */
public final class GatewayCall {
  /** What the door knows of a call. */
  public record Arrival(
      CallId id,
      Instant startedAt,
      Operation operation,
      CallHeaders headers,
      RequestBody body,
      Snapshot snapshot,
      long deadlineNanos) {}

  private final Arrival arrival;
  private final CallTrace trace;
  private final Tally tally;
  private RequestBody body;
  private @Nullable KeyEntry key;
  private Attribution attribution = Attribution.NONE;
  private @Nullable String requestClass;
  private @Nullable Route route;
  private CallPriority priority = CallPriority.INTERACTIVE;
  private @Nullable Sensitivity sensitivity;
  private List<List<Candidate>> candidates = List.of();
  private Allowance allowance = Allowance.FREE;
  private @Nullable Candidate candidate;
  private byte @Nullable [] upstreamBody;

  public GatewayCall(Arrival arrival, CallTrace trace) {
    this.arrival = arrival;
    this.trace = trace;
    this.tally = new Tally();
    this.body = arrival.body();
  }

  private GatewayCall(GatewayCall other) {
    arrival = other.arrival;
    trace = other.trace;
    tally = other.tally;
    body = other.body;
    key = other.key;
    attribution = other.attribution;
    requestClass = other.requestClass;
    route = other.route;
    priority = other.priority;
    sensitivity = other.sensitivity;
    candidates = other.candidates;
    allowance = other.allowance;
    candidate = other.candidate;
    upstreamBody = other.upstreamBody;
  }

  /** What is sent on from here instead of what the caller sent. */
  public GatewayCall withBody(RequestBody value) {
    GatewayCall copy = new GatewayCall(this);
    copy.body = value;
    return copy;
  }

  public GatewayCall withKey(KeyEntry value) {
    GatewayCall copy = new GatewayCall(this);
    copy.key = value;
    return copy;
  }

  public GatewayCall withAttribution(Attribution value, @Nullable String requestClassValue) {
    GatewayCall copy = new GatewayCall(this);
    copy.attribution = value;
    copy.requestClass = requestClassValue;
    return copy;
  }

  /** Sets the route and, as candidates, all of its groups. */
  public GatewayCall withRoute(Route value) {
    GatewayCall copy = new GatewayCall(this);
    copy.route = value;
    copy.candidates = value.groups();
    return copy;
  }

  public GatewayCall withPriority(CallPriority value) {
    GatewayCall copy = new GatewayCall(this);
    copy.priority = value;
    return copy;
  }

  public GatewayCall withSensitivity(Sensitivity value) {
    GatewayCall copy = new GatewayCall(this);
    copy.sensitivity = value;
    return copy;
  }

  public GatewayCall withCandidates(List<List<Candidate>> groups) {
    GatewayCall copy = new GatewayCall(this);
    copy.candidates = groups;
    return copy;
  }

  public GatewayCall withAllowance(Allowance value) {
    GatewayCall copy = new GatewayCall(this);
    copy.allowance = value;
    return copy;
  }

  public GatewayCall withCandidate(Candidate value) {
    GatewayCall copy = new GatewayCall(this);
    copy.candidate = value;
    return copy;
  }

  public GatewayCall withUpstreamBody(byte[] value) {
    GatewayCall copy = new GatewayCall(this);
    copy.upstreamBody = value;
    return copy;
  }

  public CallId id() {
    return arrival.id();
  }

  public Instant startedAt() {
    return arrival.startedAt();
  }

  public Operation operation() {
    return arrival.operation();
  }

  public CallHeaders headers() {
    return arrival.headers();
  }

  public RequestBody body() {
    return body;
  }

  /** The configuration this call is decided on from beginning to end. */
  public Snapshot snapshot() {
    return arrival.snapshot();
  }

  /**
   * When the caller's own deadline passes, in {@link System#nanoTime} terms; {@link Long#MAX_VALUE}
   * without one.
   */
  public long deadlineNanos() {
    return arrival.deadlineNanos();
  }

  /** When the whole call must be over: the route's total limit or the caller's own deadline. */
  public long endNanos() {
    long total = trace.startNanos() + route().timeouts().totalMs() * 1_000_000L;
    return Math.min(total, deadlineNanos());
  }

  public CallTrace trace() {
    return trace;
  }

  public Tally tally() {
    return tally;
  }

  /** Set by AuthenticateKey. */
  public KeyEntry key() {
    return set(key, "key");
  }

  /** Set by RecordCall; nothing said before. */
  public Attribution attribution() {
    return attribution;
  }

  public @Nullable String requestClass() {
    return requestClass;
  }

  /** Set by AuthorizeTier. */
  public Route route() {
    return set(route, "route");
  }

  /** How urgent the call is; lowered by AdmitRate. */
  public CallPriority priority() {
    return priority;
  }

  /** Set by ApplyPolicy. */
  public Sensitivity sensitivity() {
    return set(sensitivity, "sensitivity");
  }

  /** What is still in question: groups in order of preference, candidates in order within each. */
  public List<List<Candidate>> candidates() {
    return candidates;
  }

  /** Set by MeterUsage; nothing is charged before. */
  public Allowance allowance() {
    return allowance;
  }

  /** Set by TryRoutes. */
  public Candidate candidate() {
    return set(candidate, "candidate");
  }

  /** Set by Translate; shared, not to be changed. */
  public byte[] upstreamBody() {
    return set(upstreamBody, "upstream body");
  }

  private static <T> T set(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("the line's order is wrong: no " + what + " yet");
    }
    return value;
  }
}
