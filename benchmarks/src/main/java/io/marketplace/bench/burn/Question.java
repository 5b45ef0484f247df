package io.marketplace.bench.burn;

/**
 * Something the portal asks of the ledger.
 *
 * @param what in words, for the table
 * @param who asks it
 * @param ask asks it once
 */
record Question(String what, String who, Runnable ask) {}
