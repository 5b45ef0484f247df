package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.Element;
import io.marketplace.ui.component.Outcome;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One file of up to a mebibyte, read byte for byte in the browser when it is asked for. */
final class FileField extends Div {

  private static final long serialVersionUID = 1L;

  private static final int MAX_BYTES = 1 << 20;

  private static final String READ =
      """
      const file = this.files[0];
      if (!file) return '';
      if (file.size > $0) return '!';
      return file.arrayBuffer().then(bytes => {
        let text = '';
        new Uint8Array(bytes).forEach(one => text += String.fromCharCode(one));
        return file.name.replaceAll('|', ' ') + '|' + btoa(text);
      });""";

  private final Element file = new Element("input");

  FileField(String label, String accept) {
    String id = "file-" + label.hashCode();
    file.setAttribute("type", "file");
    file.setAttribute("id", id);
    file.setAttribute("accept", accept);
    NativeLabel words = new NativeLabel(label);
    words.setFor(id);
    add(words);
    getElement().appendChild(file);
  }

  /** A file that was chosen; its name and its bytes. */
  interface Chosen {
    void take(String name, byte[] bytes);
  }

  /** Reads the file and hands it on, or says why not; {@code after} runs in either case. */
  void read(Chosen chosen, Runnable after) {
    Consumer<@Nullable String> told =
        answer -> {
          told(answer == null ? "" : answer, chosen);
          after.run();
        };
    file.executeJs(READ, MAX_BYTES)
        .then(
            String.class,
            told::accept,
            failure -> {
              Outcome.refused("The browser could not read the file.");
              after.run();
            });
  }

  private static void told(String answer, Chosen chosen) {
    int bar = answer.indexOf('|');
    if (answer.equals("!")) {
      Outcome.refused("The file is larger than one mebibyte.");
    } else if (bar < 0) {
      Outcome.refused("Choose a file first.");
    } else {
      chosen.take(answer.substring(0, bar), Base64.getDecoder().decode(answer.substring(bar + 1)));
    }
  }
}
