package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger: exactly one for each answered request.
 *
 * @param id the call
 * @param startedAt when it began
 * @param tenant whose
 * @param teamId the team
 * @param teamName its name
 * @param applicationId the application
 * @param applicationName its name
 * @param keyId the key
 * @param keyName its name
 * @param tier the tier's code
 * @param alias the alias called
 * @param agent attribution
 * @param workflow attribution
 * @param customer attribution
 * @param useCase attribution
 * @param requestClass the request class
 * @param sensitivity the call's sensitivity
 * @param pool the pool's name; empty if none was called
 * @param provider the provider's name
 * @param model the model's name there
 * @param priceVersion the version of the price it was charged by
 * @param promptTokens prompt tokens, cached ones among them
 * @param cachedTokens those of them the upstream had cached
 * @param completionTokens completion tokens
 * @param reasoningTokens those of the completion tokens the model spent on reasoning
 * @param images images of the prompt that were charged for
 * @param tokenSource who counted: {@code upstream}, {@code counted} or {@code none}
 * @param cost the cost
 * @param excess the part of {@code cost} above what was reserved; no budget bears it
 * @param flag why the row is not simply what the provider reported
 * @param cache {@code exact}, {@code semantic}, {@code miss} or {@code bypass}
 * @param status the HTTP status answered
 * @param outcome {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 * @param streamed whether the answer was streamed
 * @param attempts upstream attempts
 * @param latencyMs to the last byte, in milliseconds
 * @param ttftMs to the first byte of the answer, in milliseconds
 * @param replica the gateway that answered
 */
public record UsageEntry(
    CallId id,
    Instant startedAt,
    TenantId tenant,
    TeamId teamId,
    Optional<String> teamName,
    ApplicationId applicationId,
    Optional<String> applicationName,
    KeyId keyId,
    Optional<String> keyName,
    String tier,
    String alias,
    Optional<String> agent,
    Optional<String> workflow,
    Optional<String> customer,
    Optional<String> useCase,
    Optional<String> requestClass,
    String sensitivity,
    Optional<String> pool,
    Optional<String> provider,
    Optional<String> model,
    Optional<Integer> priceVersion,
    long promptTokens,
    long cachedTokens,
    long completionTokens,
    long reasoningTokens,
    int images,
    String tokenSource,
    NanoUsd cost,
    NanoUsd excess,
    Optional<UsageFlag> flag,
    String cache,
    int status,
    String outcome,
    boolean streamed,
    int attempts,
    double latencyMs,
    Optional<Double> ttftMs,
    String replica) {}
