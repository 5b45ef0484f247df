package io.marketplace.ui.shell;

/** Somebody asked for a page that is not open to their roles. */
final class NoPermission extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
