// Switches between light and dark; the choice stays in this browser. The first theme is set in index.html, before the first paint.
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.innerHTML = '<button type="button" class="b s"></button>';
    this.firstElementChild!.addEventListener('click', () => this.flip());
    this.label();
  }

  private dark() {
    return document.documentElement.getAttribute('theme') === 'dark';
  }

  private flip() {
    const next = this.dark() ? 'light' : 'dark';
    document.documentElement.setAttribute('theme', next);
    try {
      localStorage.setItem('mk-theme', next);
    } catch {
      // A browser without storage keeps the choice until the page is left.
    }
    this.label();
  }

  private label() {
    const button = this.firstElementChild as HTMLButtonElement;
    button.textContent = this.dark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Switch to ${this.dark() ? 'light' : 'dark'} theme`);
  }
}

customElements.define('mk-theme-switch', ThemeSwitch);
