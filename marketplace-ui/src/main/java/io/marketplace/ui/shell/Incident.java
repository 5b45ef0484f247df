package io.marketplace.ui.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ties what the reader sees of an unexpected failure to the log: the reader gets a number, the log
 * gets the number and the cause.
 */
final class Incident {

  private static final Logger LOG = Logger.getLogger(Incident.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  private Incident() {}

  /** Logs {@code cause} and returns the number to show. */
  static String log(String where, Throwable cause) {
    byte[] number = new byte[4];
    RANDOM.nextBytes(number);
    String incident = "INC-" + HexFormat.of().withUpperCase().formatHex(number);
    LOG.log(Level.SEVERE, cause, () -> incident + " at " + where);
    return incident;
  }
}
