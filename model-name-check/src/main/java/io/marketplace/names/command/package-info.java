/** The command line, and one check from its paths to its verdict. */
@NullMarked
package io.marketplace.names.command;

import org.jspecify.annotations.NullMarked;
