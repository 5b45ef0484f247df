package io.marketplace.model.audit;

import io.marketplace.model.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the trail with its place in the chain of its tenant or of the platform. The hash is
 * SHA-256 over the canonical JSON of everything else, the previous entry's hash among it.
 *
 * @param sequence its place, from 1 without gaps
 * @param id its identifier
 * @param at when it was written, to the microsecond
 * @param tenant whose thing was changed; empty for the platform's
 * @param author who did it
 * @param action what was done
 * @param subjectType the kind of thing
 * @param subjectId the thing's identifier
 * @param before its state before
 * @param after its state after
 * @param previous the hash of the entry before, 64 hexadecimal digits; zeros for the first
 * @param hash this entry's, 64 hexadecimal digits, as it was stored
 */
public record ChainedEvent(
    long sequence,
    UUID id,
    Instant at,
    Optional<TenantId> tenant,
    Author author,
    String action,
    String subjectType,
    String subjectId,
    Facts before,
    Facts after,
    String previous,
    String hash) {

  /** What the first entry of a chain bears as its predecessor's hash. */
  public static final String GENESIS = "0".repeat(64);

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** One line of an export: the canonical JSON, and the hash among it. */
  public String line() {
    return json("\"hash\":\"" + hash + "\",");
  }

  /** The time as it stands in the canonical JSON. */
  public String time() {
    return MICROSECONDS.format(at);
  }

  /** The hash that the entry should bear. */
  String computedHash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(json("").getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String json(String hashMember) {
    return new CanonicalText()
        .raw("{\"action\":")
        .string(action)
        .raw(",\"actor\":{\"name\":")
        .string(author.name())
        .raw(",\"sourceIp\":")
        .string(author.sourceIp().orElse(null))
        .raw(",\"subject\":")
        .string(author.subject())
        .raw("},\"after\":")
        .object(after.values())
        .raw(",\"at\":\"" + time() + "\",\"before\":")
        .object(before.values())
        .raw("," + hashMember + "\"id\":\"" + id + "\",\"previous\":")
        .string(previous)
        .raw(",\"sequence\":" + sequence + ",\"subject\":{\"id\":")
        .string(subjectId)
        .raw(",\"type\":")
        .string(subjectType)
        .raw("},\"tenant\":")
        .string(tenant.map(TenantId::toString).orElse(null))
        .raw("}")
        .toString();
  }
}
