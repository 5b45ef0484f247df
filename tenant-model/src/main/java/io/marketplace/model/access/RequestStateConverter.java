package io.marketplace.model.access;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Stores the state of a request as its code. */
public final class RequestStateConverter
    implements AttributeConverter<@Nullable RequestState, @Nullable String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable RequestState state) {
    return state == null ? null : state.code();
  }

  @Override
  public @Nullable RequestState convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : RequestState.of(code).orElseThrow();
  }
}
