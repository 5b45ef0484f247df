package io.marketplace.model.catalogue;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A platform administrator writes a card of the catalogue. */
@Singleton
public final class SaveCard {

  private final Work work;
  private final Cards cards;
  private final AuditTrail audit;

  /** Works on {@code cards}. */
  @Inject
  public SaveCard(Work work, Cards cards, AuditTrail audit) {
    this.work = work;
    this.cards = cards;
    this.audit = audit;
  }

  /**
   * Adds or replaces a card. {@code card.version()} is the version the edit was made on, 0 for a
   * new one; the saved card has the next. The delivered catalogue never overwrites a card saved
   * here.
   *
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error}, or {@code
   *     conflict} if it was changed meanwhile
   */
  public ModelCard save(Actor actor, ModelCard card) {
    actor.require(Role.PLATFORM_ADMIN);
    ModelCard next = CardCheck.check(card, card.version() + 1);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Optional<ModelCard> before = cards.find(next.slug());
          if (before.map(ModelCard::version).orElse(0) != card.version()) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT, "The card was changed meanwhile. Load it again.");
          }
          next.successor()
              .filter(slug -> slug.equals(next.slug()) || cards.find(slug).isEmpty())
              .ifPresent(
                  slug -> {
                    throw Input.invalid("successor", "successor must name another card.");
                  });
          cards.save(next);
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  before.isPresent() ? "card.changed" : "card.created",
                  "card",
                  next.slug().value(),
                  before.map(CardCheck::facts).orElse(Facts.NONE),
                  CardCheck.facts(next)));
          return cards.find(next.slug()).orElseThrow();
        });
  }
}
