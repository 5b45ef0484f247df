/** Arquillian tests: what only a real server can show of transactions, isolation and wiring. */
package io.marketplace.container;
