// Keyboard shortcuts, and the dialog that lists them and turns single keys off (WCAG 2.1.4).
// No shortcut approves, denies, suspends or revokes anything.
const OFF = 'mk-shortcuts-off';
const LIST: [string, string][] = [
  ['/', 'Search'],
  ['g h', 'Home'],
  ['g c', 'Catalogue'],
  ['g r', 'Requests'],
  ['g k', 'Keys'],
  ['g s', 'Spend'],
  ['j  k', 'Next and previous in a list'],
  ['Enter', 'Open'],
  ['c', 'Compare the focused model'],
  ['?', 'This list']
];
const GO: Record<string, string> = { h: '', c: 'catalogue', r: 'requests', k: 'keys', s: 'spend' };

const off = () => {
  try {
    return localStorage.getItem(OFF) === '1';
  } catch {
    return false;
  }
};

const typing = (event: KeyboardEvent) =>
  event
    .composedPath()
    .some(
      (node) =>
        node instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable)
    );

class Shortcuts extends HTMLElement {
  private pressedG = 0;
  private readonly listener = (event: KeyboardEvent) => this.key(event);

  connectedCallback() {
    const rows = LIST.map(
      ([keys, what]) =>
        `<dt>${keys
          .split(' ')
          .filter(Boolean)
          .map((k) => `<kbd>${k}</kbd>`)
          .join(' ')}</dt><dd>${what}</dd>`
    );
    this.innerHTML = `<button type="button" class="keys">Keyboard <kbd>?</kbd></button>
      <dialog class="dl" aria-labelledby="mk-keys"><h2 id="mk-keys">Keyboard</h2><dl class="kv">${rows.join('')}</dl>
      <label class="ck"><input type="checkbox"> Use single-key shortcuts</label>
      <form method="dialog" class="acts"><button class="b">Close</button></form></dialog>`;
    this.querySelector('button')!.addEventListener('click', () => this.open());
    const box = this.querySelector('input')!;
    box.checked = !off();
    box.addEventListener('change', () => {
      try {
        localStorage.setItem(OFF, box.checked ? '0' : '1');
      } catch {
        // Without storage the shortcuts stay on.
      }
    });
    window.addEventListener('keydown', this.listener);
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.listener);
  }

  private open() {
    this.querySelector('dialog')!.showModal();
  }

  private key(event: KeyboardEvent) {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      off() ||
      typing(event) ||
      document.querySelector('dialog[open], vaadin-dialog-overlay')
    ) {
      return;
    }
    const afterG = Date.now() - this.pressedG < 1500;
    this.pressedG = 0;
    if (afterG && event.key in GO) {
      this.go(GO[event.key]);
    } else if (event.key === 'g') {
      this.pressedG = Date.now();
    } else if (event.key === '/') {
      event.preventDefault();
      (document.querySelector('#search') as HTMLElement | null)?.focus();
    } else if (event.key === '?') {
      this.open();
    } else if (event.key === 'j' || event.key === 'k') {
      this.step(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'c') {
      (document.activeElement?.closest('[data-item]')?.querySelector('vaadin-checkbox') as HTMLElement | null)?.click();
    }
  }

  private go(path: string) {
    const link = document.querySelector(`vaadin-side-nav-item[path="${path}"]`);
    (link?.shadowRoot?.querySelector('a') as HTMLElement | null)?.click();
  }

  private step(by: number) {
    const links = [...document.querySelectorAll<HTMLElement>('main [data-item] a, main a[data-item]')].filter(
      (a) => a.offsetParent
    );
    const at = links.findIndex(
      (a) => a === document.activeElement || a.closest('[data-item]')?.contains(document.activeElement)
    );
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  }
}

customElements.define('mk-shortcuts', Shortcuts);
