package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.routing.CacheRule;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.Timeouts;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form of a route: candidates, fallback groups, timeouts, cache, request class. */
final class RouteEditor extends Div {

  private static final long serialVersionUID = 1L;

  private final transient List<Pool> pools;
  private final CandidateRows candidates;
  private final transient List<CandidateRows> groups = new ArrayList<>();
  private final Div fallback = new Div();
  private final TextField connect = millis("To connect, ms");
  private final TextField firstByte = millis("To the first byte, ms");
  private final TextField idle = millis("Between two bytes, ms");
  private final TextField total = millis("The whole call, ms");
  private final Select<CacheRule.Mode> mode = new Select<>();
  private final Select<CacheRule.Sharing> scope = new Select<>();
  private final TextField bound = new TextField("Error bound");
  private final TextField requestClass = new TextField("Request class");
  private final transient Optional<RouteBody> untouched;
  private final int untouchedRows;

  RouteEditor(List<Pool> pools, RouteBody body, FieldErrors errors) {
    this.pools = pools;
    candidates = new CandidateRows(pools);
    addClassName("form");
    fields(errors);
    Button add = new Button("Add fallback group", event -> group(List.of()));
    add.addThemeName("small");
    add(new H3("Candidates, by weight"), candidates, fallback, add);
    add(new H3("Timeouts"), pair(connect, firstByte, idle, total));
    add(new H3("Cache and class"), pair(mode, scope, bound, requestClass));
    show(body);
    // as the form gives it back: it may know less than what is in force
    untouched = typed();
    untouchedRows = rows();
  }

  private void fields(FieldErrors errors) {
    mode.setLabel("Cache");
    mode.setItems(CacheRule.Mode.values());
    mode.setItemLabelGenerator(CacheRule.Mode::code);
    scope.setLabel("Shared in the");
    scope.setItems(CacheRule.Sharing.values());
    scope.setItemLabelGenerator(CacheRule.Sharing::code);
    bound.setHelperText("Semantic cache only: wrong hits accepted, such as 0.01.");
    errors
        .map("timeouts.connectMs", connect)
        .map("timeouts.firstByteMs", firstByte)
        .map("timeouts.idleMs", idle)
        .map("timeouts.totalMs", total)
        .map("cache.errorBound", bound)
        .map("requestClass", requestClass);
  }

  private void show(RouteBody body) {
    candidates.show(body.candidates());
    body.fallback().forEach(this::group);
    connect.setValue(Integer.toString(body.timeouts().connectMs()));
    firstByte.setValue(Integer.toString(body.timeouts().firstByteMs()));
    idle.setValue(Integer.toString(body.timeouts().idleMs()));
    total.setValue(Integer.toString(body.timeouts().totalMs()));
    mode.setValue(body.cache().mode());
    scope.setValue(body.cache().scope());
    body.cache().errorBound().ifPresent(share -> bound.setValue(share.toString()));
    body.requestClass().ifPresent(requestClass::setValue);
  }

  /** Whether somebody has typed or chosen something that is not in force. */
  boolean busy() {
    return rows() != untouchedRows || !typed().equals(untouched);
  }

  /** What was typed so far; empty while it cannot be read. */
  private Optional<RouteBody> typed() {
    try {
      return Optional.of(value());
    } catch (MarketplaceException unfinished) {
      return Optional.empty();
    }
  }

  private int rows() {
    return candidates.size() + groups.stream().mapToInt(CandidateRows::size).sum() + groups.size();
  }

  /** What the form says. A fallback group without a candidate is left out. */
  RouteBody value() {
    return new RouteBody(
        candidates.value(),
        groups.stream().map(CandidateRows::value).filter(group -> !group.isEmpty()).toList(),
        new Timeouts(
            millis("timeouts.connectMs", connect),
            millis("timeouts.firstByteMs", firstByte),
            millis("timeouts.idleMs", idle),
            millis("timeouts.totalMs", total)),
        new CacheRule(mode.getValue(), scope.getValue(), share()),
        Optional.of(requestClass.getValue()).filter(text -> !text.isBlank()));
  }

  private void group(List<Candidate> group) {
    CandidateRows rows = new CandidateRows(pools);
    rows.show(group);
    groups.add(rows);
    fallback.add(new H3("If none answers, " + (groups.size() == 1 ? "try" : "then try")), rows);
  }

  private Optional<Double> share() {
    String text = bound.getValue().strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("0?\\.[0-9]{1,6}")) {
      throw Input.invalid("cache.errorBound", "cache.errorBound must be a share such as 0.01.");
    }
    return Optional.of(Double.valueOf(text));
  }

  private static int millis(String field, TextField from) {
    long number =
        Typed.count(field, from.getValue())
            .orElseThrow(() -> Input.invalid(field, field + " must be milliseconds."));
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static TextField millis(String label) {
    TextField field = new TextField(label);
    field.setMaxLength(12);
    return field;
  }

  private static Div pair(Component... fields) {
    Div pair = new Div(fields);
    pair.addClassName("fit");
    return pair;
  }
}
