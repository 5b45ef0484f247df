package io.marketplace.model.routing;

import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.Cards;
import io.marketplace.model.kernel.Input;

/**
 * Checks that what a pool's form names exists; called inside a unit of work.
 *
 * @param providers the providers
 * @param cards the catalogue
 */
record PoolReferences(Providers providers, Cards cards) {

  void check(PoolForm form) {
    if (providers.find(form.providerId()).filter(p -> p.archivedAt().isEmpty()).isEmpty()) {
      throw Input.invalid("providerId", "providerId must name a provider that is registered.");
    }
    for (PoolModelForm model : form.models()) {
      if (model.card().isPresent()) {
        CardSlug slug = model.card().get();
        if (cards.find(slug).isEmpty()) {
          throw Input.invalid("models.card", "The catalogue has no card " + slug + ".");
        }
      }
    }
  }
}
