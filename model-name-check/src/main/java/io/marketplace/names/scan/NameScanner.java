package io.marketplace.names.scan;

import io.marketplace.names.known.ModelNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads texts and finds the names of models in them. It holds one block of the text, whatever its
 * size. For one thread; good for any number of texts, one after another.
 */
public final class NameScanner {

  /** Further findings of one text are only counted. */
  public static final int MOST_FINDINGS = 1_000;

  private static final int BLOCK = 256 * 1024;

  /** How much of what was read stays in hand: what a name's surroundings may reach back to. */
  private static final int BACK = 4_096;

  /** How much must be in hand behind an anchor: a name and what stands behind it. */
  private static final int AHEAD = 1_024;

  private static final int CONTEXT = 100;

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

  private final byte[] bytes = new byte[BLOCK];

  /** What channels read into by themselves, before they copy. */
  private final ByteBuffer direct = ByteBuffer.allocateDirect(BLOCK);

  private final Bytes view = new Bytes(bytes);
  private final Recognizer recognizer;
  private final Anchors anchors;
  private final TextCheck check = new TextCheck();
  private final Lines lines = new Lines();

  private final List<Finding> findings = new ArrayList<>();
  private final List<Marker> markers = new ArrayList<>();
  private long more;

  /** A scanner for these names. */
  public NameScanner(ModelNames names) {
    recognizer = new Recognizer(names);
    anchors = new Anchors(recognizer.anchors());
  }

  /** The texts, in small letters, one of which every name holds; those of one line only. */
  public List<String> literals() {
    return recognizer.anchors().stream()
        .filter(text -> text.chars().noneMatch(Character::isISOControl))
        .sorted()
        .toList();
  }

  /**
   * Reads a text to its end.
   *
   * @param size how many bytes it is thought to have; a wrong number costs time, nothing else
   * @throws IOException if it cannot be read
   */
  public Reading read(ReadableByteChannel text, long size) throws IOException {
    findings.clear();
    markers.clear();
    more = 0;
    check.start();
    recognizer.start();
    int limit = 0;
    int done = 0;
    long total = 0;
    boolean first = true;
    while (true) {
      int before = limit;
      limit = fill(text, limit, size - total);
      total += limit - before;
      boolean last = limit < bytes.length;
      view.length(limit);
      switch (check.read(bytes, limit, last)) {
        case BINARY -> {
          return new Reading.Binary();
        }
        case OTHER_ENCODING -> {
          return new Reading.OtherEncoding();
        }
        case TEXT -> {}
      }
      if (first) {
        lines.start(bytes, limit);
        first = false;
      }
      int safe = last ? limit : limit - AHEAD;
      anchors.find(bytes, done, safe, this::judge);
      if (last) {
        return new Reading.Text(total, findings, more, markers);
      }
      int gone = safe - BACK;
      lines.moved(bytes, gone);
      check.moved(gone);
      recognizer.moved(gone);
      System.arraycopy(bytes, gone, bytes, 0, limit - gone);
      limit -= gone;
      done = safe - gone;
    }
  }

  /** Reads until the block is full or the text ends; returns where what was read ends. */
  private int fill(ReadableByteChannel text, int from, long expected) throws IOException {
    direct.clear().limit(bytes.length - from);
    long left = expected;
    while (direct.hasRemaining()) {
      int read = text.read(direct);
      if (read < 0) {
        break;
      }
      left -= read;
      if (left == 0 && direct.hasRemaining()) {
        break;
      }
    }
    int length = direct.flip().limit();
    direct.get(bytes, from, length);
    return from + length;
  }

  private boolean judge(int start, int anchor) {
    if (recognizer.isMarker(anchor)) {
      mark(start);
      return true;
    }
    Optional<Recognized> found = recognizer.recognize(view, anchor, start);
    found.ifPresent(this::report);
    return found.isPresent();
  }

  private void report(Recognized found) {
    if (findings.size() >= MOST_FINDINGS) {
      more++;
      return;
    }
    lines.to(bytes, found.start());
    String name = view.text(found.start(), found.end());
    dropConstantOf(name);
    int lineStart = view.lineStart(found.start(), CONTEXT);
    int lineEnd = view.lineEnd(found.end(), CONTEXT);
    findings.add(
        new Finding(
            lines.line(),
            lines.column(),
            name.codePointCount(0, name.length()),
            name,
            found.family(),
            found.alias(),
            view.text(lineStart, lineEnd).strip()));
  }

  /** A constant and its value, GPT_4O = "gpt-4o", are one finding: the value. */
  private void dropConstantOf(String name) {
    if (findings.isEmpty() || findings.getLast().line() != lines.line()) {
      return;
    }
    String constant = findings.getLast().name();
    boolean identifier = IDENTIFIER.matcher(constant).matches();
    if (identifier && !IDENTIFIER.matcher(name).matches() && bare(name).equals(bare(constant))) {
      findings.removeLast();
    }
  }

  private static String bare(String name) {
    return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private void mark(int start) {
    lines.to(bytes, start);
    int lineStart = view.lineStart(start, BACK);
    int lineEnd = view.lineEnd(start, AHEAD);
    recognizer
        .marker(view, lineStart, start, lineEnd, lines.line())
        .filter(marker -> markers.size() < MOST_FINDINGS)
        .ifPresent(markers::add);
  }
}
