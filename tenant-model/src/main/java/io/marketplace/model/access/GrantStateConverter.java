package io.marketplace.model.access;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores the state of a grant as its code. */
public final class GrantStateConverter
    implements AttributeConverter<@Nullable GrantState, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable GrantState state) {
    return state == null ? null : state.code();
  }

  @Override
  public @Nullable GrantState convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : GrantState.of(code).orElseThrow();
  }
}
