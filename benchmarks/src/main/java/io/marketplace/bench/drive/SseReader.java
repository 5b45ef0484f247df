package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts server-sent events out of the bytes of a body, however the network split them. Reads the
 * {@code data} field alone; the lines of one event are joined by a line feed, as the <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html">standard</a> says. ASCII
 * line feeds never occur inside a UTF-8 character, so lines are cut as bytes and decoded whole.
 */
final class SseReader {

  private byte[] line = new byte[1024];
  private int length;
  private final StringBuilder data = new StringBuilder();
  private boolean any;

  /** The data of the events that are complete with {@code part}. */
  List<String> read(ByteBuf part) {
    List<String> events = new ArrayList<>(2);
    while (part.isReadable()) {
      byte next = part.readByte();
      if (next == '\n') {
        endLine(events);
        length = 0;
      } else {
        if (length == line.length) {
          line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = next;
      }
    }
    return events;
  }

  private void endLine(List<String> events) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    if (end == 0) {
      if (any) {
        events.add(data.toString());
      }
      data.setLength(0);
      any = false;
      return;
    }
    String text = new String(line, 0, end, UTF_8);
    if (text.startsWith("data:")) {
      if (any) {
        data.append('\n');
      }
      any = true;
      data.append(text, text.startsWith("data: ") ? 6 : 5, text.length());
    }
  }
}
