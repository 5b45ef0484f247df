package io.marketplace.model.policy;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores a sensitivity as its code. */
public final class SensitivityConverter
    implements AttributeConverter<@Nullable Sensitivity, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Sensitivity sensitivity) {
    return sensitivity == null ? null : sensitivity.code();
  }

  @Override
  public @Nullable Sensitivity convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : Sensitivity.of(code).orElseThrow();
  }
}
