package io.marketplace.names.known;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the list in the jar, and the catalogue's answer. */
public final class NamesFile {
  private static final String OFFLINE = "names.json";

  private NamesFile() {}

  /** The list that this version came with. */
  public static ModelNames offline() {
    try (InputStream in = NamesFile.class.getResourceAsStream(OFFLINE)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + OFFLINE);
      }
      try (JsonReader reader = Json.createReader(in)) {
        return names(reader.readObject());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The names in an answer of {@code GET /api/v1/model-names}.
   *
   * @throws UnusableNames if it is not such an answer
   */
  public static List<CardName> cards(String answer) throws UnusableNames {
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return cardNames(reader.readObject().getJsonArray("items"));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new UnusableNames("The catalogue's answer is not a list of names.", e);
    }
  }

  private static ModelNames names(JsonObject root) {
    List<Family> families = new ArrayList<>();
    for (JsonObject each : root.getJsonArray("families").getValuesAs(JsonObject.class)) {
      families.add(family(each));
    }
    List<Place> places = new ArrayList<>();
    for (JsonObject each : root.getJsonArray("places").getValuesAs(JsonObject.class)) {
      places.add(place(each));
    }
    List<AliasRule> rules = new ArrayList<>();
    for (JsonObject each : root.getJsonArray("aliases").getValuesAs(JsonObject.class)) {
      rules.add(new AliasRule(alias(each), Pattern.compile(each.getString("when"))));
    }
    return new ModelNames(
        strings(root.getJsonArray("providers")),
        strings(root.getJsonArray("subjects")),
        families,
        places,
        place(root.getJsonObject("builds")),
        rules,
        cardNames(root.getJsonArray("cards")),
        "the list in the jar");
  }

  private static Place place(JsonObject each) {
    return new Place(
        each.getString("place"), strings(each.getJsonArray("anchors")), each.getString("pattern"));
  }

  private static Family family(JsonObject each) {
    Map<Certainty, String> spellings = new EnumMap<>(Certainty.class);
    for (Certainty certainty : Certainty.values()) {
      String field = certainty.name().toLowerCase(Locale.ROOT);
      if (each.containsKey(field)) {
        spellings.put(certainty, String.join("|", strings(each.getJsonArray(field))));
      }
    }
    return new Family(
        each.getString("family"),
        alias(each),
        strings(each.getJsonArray("anchors")),
        spellings,
        each.containsKey("otherwise")
            ? Optional.of(String.join("|", strings(each.getJsonArray("otherwise"))))
            : Optional.empty());
  }

  private static Optional<String> alias(JsonObject each) {
    return Optional.of(each.getString("alias")).filter(text -> !text.isEmpty());
  }

  private static List<CardName> cardNames(JsonArray items) {
    List<CardName> cards = new ArrayList<>();
    for (JsonObject each : items.getValuesAs(JsonObject.class)) {
      cards.add(CardName.of(each.getString("name"), each.getString("alias")));
    }
    return cards;
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }
}
