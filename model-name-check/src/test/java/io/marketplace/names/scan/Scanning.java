package io.marketplace.names.scan;

import io.marketplace.names.known.NamesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** Reads texts for tests, with the list in the jar. */
final class Scanning {
  private Scanning() {}

  static NameScanner scanner() {
    return new NameScanner(NamesFile.offline());
  }

  static Reading read(NameScanner scanner, byte[] bytes) throws IOException {
    return scanner.read(Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length);
  }

  static Reading.Text text(NameScanner scanner, String text) throws IOException {
    return (Reading.Text) read(scanner, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading.Text text(String text) throws IOException {
    return text(scanner(), text);
  }
}
