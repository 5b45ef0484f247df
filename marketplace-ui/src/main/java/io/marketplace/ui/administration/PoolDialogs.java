package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.Price;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done to a pool. */
final class PoolDialogs {

  private static final int PRICES = 10;

  private final Reader reader;
  private final PoolDoor door;
  private final Consumer<PoolId> done;

  /** Tells {@code done} which pool to show anew. */
  PoolDialogs(Reader reader, PoolDoor door, Consumer<PoolId> done) {
    this.reader = reader;
    this.door = door;
    this.done = done;
  }

  void edit(Pool pool) {
    FieldErrors errors = new FieldErrors();
    PoolFields fields = new PoolFields(door.providers(reader.actor()), errors);
    fields.show(pool);
    new FormDialog(
            "Edit " + pool.name(),
            "Gateways take it up within a second; calls under way end where they began.",
            errors)
        .with(fields)
        .open("Save pool", false, () -> finish(pool, fields.value(kept(pool)), "Pool saved"));
  }

  void addModel(Pool pool) {
    FieldErrors errors = new FieldErrors();
    ModelFields model = new ModelFields(errors);
    PoolFields fields = new PoolFields(door.providers(reader.actor()), new FieldErrors());
    fields.show(pool);
    new FormDialog("Add a model to " + pool.name(), "Calls go to it once a route names it.", errors)
        .with(model)
        .open(
            "Add model",
            false,
            () -> {
              List<PoolModelForm> models = new ArrayList<>(kept(pool));
              models.add(model.value());
              finish(pool, fields.value(models), "Model added");
            });
  }

  void price(Pool pool, PoolModel model) {
    FieldErrors errors = new FieldErrors();
    PriceFields fields = new PriceFields(errors);
    model.price().ifPresent(fields::show);
    String next = model.price().map(price -> "" + (price.version() + 1)).orElse("1");
    new FormDialog(
            "Set the price of " + model.name(),
            "It becomes version "
                + next
                + " and holds for calls from the next second on. Calls that were made keep the price they were made at.",
            errors)
        .with(fields)
        .open(
            "Set price",
            false,
            () -> {
              Price set = door.price(reader.actor(), pool.id(), model.name(), fields.value());
              Outcome.done("Price version " + set.version() + " set");
              done.accept(pool.id());
            });
  }

  void versions(Pool pool, PoolModel model) {
    Dialog dialog = new Dialog();
    dialog.addClassName("wide");
    dialog.setHeaderTitle("Prices of " + model.name());
    Div rows = new Div();
    Paged<Price> pages =
        new Paged<>(
            PRICES,
            page -> door.prices(reader.actor(), pool.id(), model.name(), page),
            prices -> {
              rows.removeAll();
              rows.add(table(prices));
            });
    pages.first();
    dialog.add(rows, pages);
    dialog.getFooter().add(new Button("Close", event -> dialog.close()));
    dialog.open();
  }

  private DataTable<Price> table(List<Price> prices) {
    DataTable<Price> table =
        new DataTable<Price>("Versions of the price in dollars per million tokens")
            .figures("Version", price -> Integer.toString(price.version()))
            .figures("Input", price -> Formats.price(price.promptPerMillion()))
            .figures(
                "Cached",
                price -> price.cachedPromptPerMillion().map(Formats::price).orElse("as input"))
            .figures("Output", price -> Formats.price(price.completionPerMillion()))
            .figures(
                "Reasoning",
                price ->
                    price.extras().reasoningPerMillion().map(Formats::price).orElse("as output"))
            .figures("An image", price -> each(price.extras().perImage()))
            .figures("A request", price -> each(price.extras().perRequest()))
            .words("By", Price::createdBy)
            .words("On", price -> Formats.moment(price.createdAt(), reader.zone()));
    table.show(prices);
    return table;
  }

  private static String each(Optional<NanoUsd> price) {
    return price.map(amount -> "$" + amount.toDollars()).orElse(Formats.NONE);
  }

  private void finish(Pool pool, PoolForm form, String outcome) {
    door.update(reader.actor(), pool, form);
    Outcome.done(outcome);
    done.accept(pool.id());
  }

  /** The models as they are, at the prices in force: an edit changes what the form shows alone. */
  private static List<PoolModelForm> kept(Pool pool) {
    return pool.models().stream()
        .flatMap(
            model ->
                model.price().stream()
                    .map(
                        price ->
                            new PoolModelForm(
                                model.name(), price.form(), model.contextTokens(), model.card())))
        .toList();
  }
}
