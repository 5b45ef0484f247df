package io.marketplace.ui.approvals;

import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which requests the list shows; the code stands in the address. */
enum InboxView {
  WAITING("waiting", "Waits for you"),
  OPEN("open", "All open"),
  DECIDED("decided", "Decided");

  private final String code;
  private final String title;

  InboxView(String code, String title) {
    this.code = code;
    this.title = title;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  RequestFilter filter() {
    return switch (this) {
      case WAITING -> RequestFilter.INBOX;
      case OPEN -> in(RequestState.PENDING, RequestState.HALF_APPROVED, RequestState.ASKED_BACK);
      case DECIDED -> in(RequestState.GRANTED, RequestState.DENIED, RequestState.WITHDRAWN);
    };
  }

  /** The view of that code; what waits, for anything else. */
  static InboxView of(Optional<String> code) {
    return Arrays.stream(values())
        .filter(view -> code.filter(view.code::equals).isPresent())
        .findFirst()
        .orElse(WAITING);
  }

  private static RequestFilter in(RequestState... states) {
    return new RequestFilter(
        Set.of(states),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
