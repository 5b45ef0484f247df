package io.marketplace.ui.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The one page without a signed-in person: says that the session has ended and offers the way back.
 */
@WebServlet(name = "SignedOut", urlPatterns = "/signed-out")
public final class SignedOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
      <title>Signed out | AI marketplace</title><link rel="icon" href="favicon.svg">
      <style>
      :root{color-scheme:light dark;--g:#f2f5f4;--i:#13201d;--a:#0b6156;--o:#fff}
      @media(prefers-color-scheme:dark){:root{--g:#0e1513;--i:#e8efec;--a:#5ec7b1;--o:#05231d}}
      body{margin:0;min-height:100vh;display:grid;place-content:center;gap:16px;justify-items:start;padding:24px;
      font:15px/1.4 "Source Sans 3",system-ui,sans-serif;background:var(--g);color:var(--i)}
      h1{font-size:26px;font-weight:350;margin:0}p{margin:0}
      a{background:var(--a);color:var(--o);font-weight:600;text-decoration:none;padding:10px 14px;border-radius:5px}
      a:focus-visible{outline:2px solid var(--a);outline-offset:2px}
      </style></head>
      <body><main style="display:contents"><h1>You are signed out.</h1>
      <p>Drafts are saved. Keys that applications hold go on working.</p>
      <a href="./">Sign in again</a></main></body></html>
      """;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(PAGE);
  }
}
