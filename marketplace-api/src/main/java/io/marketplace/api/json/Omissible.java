package io.marketplace.api.json;

/** A body that may be left out altogether: nothing in it is required. */
public interface Omissible {}
