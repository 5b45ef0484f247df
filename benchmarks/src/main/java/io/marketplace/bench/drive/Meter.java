package io.marketplace.bench.drive;

/** Is told when the measured window opens and closes, on the thread that runs the lane. */
public interface Meter {

  /** Measures nothing besides. */
  Meter NONE =
      new Meter() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
      };

  /** The window opens. */
  void begin();

  /** The window closes. */
  void end();
}
