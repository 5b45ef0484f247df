package io.marketplace.model.news;

import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.routing.Alias;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that changed for a team or is about to, as the marketplace's own tables say. */
public sealed interface News {

  /** When it happened; for what {@link #ahead} tells of, when it will. */
  Instant at();

  /** Whether it lies ahead. */
  boolean ahead();

  /** What somebody else decided. */
  enum Verdict {
    /** The request became a grant. */
    GRANTED,
    /** The first of two agreed. */
    HALF_APPROVED,
    /** It was denied. */
    DENIED,
    /** The approver wants to know more. */
    ASKED_BACK
  }

  /**
   * Somebody decided on a request.
   *
   * @param number the request's number
   * @param by who, to show
   */
  record Decided(
      Instant at,
      Verdict verdict,
      RequestId request,
      long number,
      Tier tier,
      String application,
      String by)
      implements News {
    @Override
    public boolean ahead() {
      return false;
    }
  }

  /** A grant ends. */
  record GrantEnds(Instant at, GrantId grant, Tier tier, String application) implements News {
    @Override
    public boolean ahead() {
      return true;
    }
  }

  /**
   * A key, or the old secret of one in rotation, ends.
   *
   * @param oldSecret whether it is the old secret alone
   */
  record KeyEnds(Instant at, KeyId key, String name, String application, boolean oldSecret)
      implements News {
    @Override
    public boolean ahead() {
      return true;
    }
  }

  /**
   * A model of a tier that may be called is switched off.
   *
   * @param successor the card to move to
   * @param successorName its name
   */
  record ModelRetires(
      Instant at,
      CardSlug model,
      String name,
      Tier tier,
      Optional<CardSlug> successor,
      Optional<String> successorName)
      implements News {
    @Override
    public boolean ahead() {
      return true;
    }
  }

  /**
   * The calls of an alias go elsewhere, or wait or are cached otherwise.
   *
   * @param before the models its candidates named before; empty where nothing stood before
   * @param after the models they name now
   * @param by who wrote it, to show
   */
  record RouteChanged(
      Instant at, Alias alias, Tier tier, List<String> before, List<String> after, String by)
      implements News {
    /** Copies the lists. */
    public RouteChanged {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public boolean ahead() {
      return false;
    }
  }

  /** What a million tokens cost, in and out. */
  record PerMillion(NanoUsd prompt, NanoUsd completion) {}

  /** A model that a callable alias leads to has another price. */
  record PriceChanged(
      Instant at, Tier tier, String pool, String model, PerMillion before, PerMillion after)
      implements News {
    @Override
    public boolean ahead() {
      return false;
    }
  }
}
