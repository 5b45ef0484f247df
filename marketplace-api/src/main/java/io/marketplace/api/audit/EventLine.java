package io.marketplace.api.audit;

import io.marketplace.model.audit.ChainedEvent;
import io.marketplace.model.kernel.Csv;
import java.util.List;

/** The forms of an export. */
enum EventLine {
  /** A JSON object a line: what the hashes are of, for programs. */
  NDJSON("application/x-ndjson", "") {
    @Override
    String of(ChainedEvent event) {
      return event.line() + "\n";
    }
  },
  /** A table, for people. */
  CSV(
      Csv.MEDIA_TYPE,
      Csv.line(
          List.of(
              "id",
              "sequence",
              "time",
              "tenant",
              "actor",
              "actor_subject",
              "source_ip",
              "action",
              "subject_type",
              "subject_id",
              "before",
              "after",
              "previous",
              "hash"))) {
    @Override
    String of(ChainedEvent event) {
      return Csv.line(
          List.of(
              event.id(),
              event.sequence(),
              event.time(),
              event.tenant().map(Object::toString).orElse(""),
              event.author().name(),
              event.author().subject(),
              event.author().sourceIp().orElse(""),
              event.action(),
              event.subjectType(),
              event.subjectId(),
              event.before().words(),
              event.after().words(),
              event.previous(),
              event.hash()));
    }
  };

  private final String mediaType;
  private final String head;

  EventLine(String mediaType, String head) {
    this.mediaType = mediaType;
    this.head = head;
  }

  /** The form of that name. */
  static EventLine named(String name) {
    return name.equals("csv") ? CSV : NDJSON;
  }

  String mediaType() {
    return mediaType;
  }

  /** The first line, possibly none. */
  String head() {
    return head;
  }

  abstract String of(ChainedEvent event);
}
