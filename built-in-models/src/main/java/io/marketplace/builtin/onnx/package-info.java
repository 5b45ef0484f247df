/** Runs ONNX encoders on texts, one text at a time on a fixed number of threads. */
@NullMarked
package io.marketplace.builtin.onnx;

import org.jspecify.annotations.NullMarked;
