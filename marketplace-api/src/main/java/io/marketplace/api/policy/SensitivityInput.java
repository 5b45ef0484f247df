package io.marketplace.api.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sensitivity is to be called. What an answer holds besides is passed over.
 *
 * @param words what callers may say in place of the code
 * @param version the version the change was made on
 */
@JsonIgnoreProperties("code")
public record SensitivityInput(
    String name,
    @Nullable String description,
    @Nullable List<String> words,
    @Nullable Integer version) {

  String meaning() {
    return description == null ? "" : description;
  }

  List<String> said() {
    return words == null ? List.of() : words;
  }
}
