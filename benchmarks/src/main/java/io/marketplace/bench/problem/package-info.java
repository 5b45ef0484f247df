/** What stops a run, said in one sentence. */
@NullMarked
package io.marketplace.bench.problem;

import org.jspecify.annotations.NullMarked;
