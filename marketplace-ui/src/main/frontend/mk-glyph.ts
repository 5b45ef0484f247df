// A small picture from a fixed set, always beside a word, hence hidden from assistive technology.
const line = (d: string, width = 1.5) => `<path d="${d}" fill="none" stroke="currentColor" stroke-width="${width}"/>`;
const fill = (d: string) => `<path d="${d}" fill="currentColor"/>`;
const disc = (x: number, y: number, r: number) => `<circle cx="${x}" cy="${y}" r="${r}" fill="currentColor"/>`;
const ring = (c: number, r: number, width: number) =>
  `<circle cx="${c}" cy="${c}" r="${r}" fill="none" stroke="currentColor" stroke-width="${width}"/>`;

const GLYPHS: Record<string, [number, string]> = {
  reasoning: [16, line('M4 8h3l4-4.5M7 8l4 4.5') + disc(3, 8, 2) + disc(12.4, 3.2, 2) + disc(12.4, 12.8, 2)],
  utility: [16, fill('M1.5 1.5h5.7v5.7H1.5zM8.8 1.5h5.7v5.7H8.8zM1.5 8.8h5.7v5.7H1.5zM8.8 8.8h5.7v5.7H8.8z')],
  embedding: [16, fill('M2 2h2.6v12H2zM6.2 4h2.6v10H6.2zM10.2 3.3l2.5-.7 2.6 11.3-2.5.6z')],
  reranker: [16, fill('M1.5 2h13v2.4h-13zM1.5 6.8h9v2.4h-9zM1.5 11.6h5V14h-5z')],
  code: [16, line('M5.5 3L1.5 8l4 5M10.5 3l4 5-4 5', 2)],
  vision: [16, ring(8, 6, 1.7) + disc(8, 8, 2.6)],
  ok: [14, line('M2 7.5l3.5 3.5L12 3.5', 2)],
  warn: [14, line('M7 1.2L13.3 12.6H.7z') + line('M7 5v3.6M7 10v1.4', 1.6)],
  error: [14, line('M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3z') + line('M4.6 4.6l4.8 4.8M9.4 4.6L4.6 9.4', 1.6)],
  wait: [14, ring(7, 5.6, 1.5) + line('M7 3.5V7l2.5 1.8')],
  none: [14, line('M4 7h6', 2)],
  logo: [
    24,
    '<path d="M2 5h7l7 14h6M2 12h20M2 19h7l7-14h6" fill="none" stroke="#7fd6c4" stroke-width="2"/>' +
      '<circle cx="12.5" cy="12" r="3.2" fill="#fff"/>'
  ]
};

class Glyph extends HTMLElement {
  static observedAttributes = ['name'];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    this.draw();
  }

  private draw() {
    const [size, shapes] = GLYPHS[this.getAttribute('name') ?? ''] ?? GLYPHS.none;
    this.innerHTML = `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" focusable="false">${shapes}</svg>`;
  }
}

customElements.define('mk-glyph', Glyph);
