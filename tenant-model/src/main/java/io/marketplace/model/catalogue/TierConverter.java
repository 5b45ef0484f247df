package io.marketplace.model.catalogue;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores a tier as its code. */
public final class TierConverter implements AttributeConverter<@Nullable Tier, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Tier tier) {
    return tier == null ? null : tier.code();
  }

  @Override
  public @Nullable Tier convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : Tier.of(code).orElseThrow();
  }
}
