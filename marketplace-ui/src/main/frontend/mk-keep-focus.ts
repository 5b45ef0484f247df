// A page that reads itself anew replaces its rows, and with them the element that had the focus. This puts the focus onto the
// element of the same name, so that somebody who walks a list by keyboard stays where they are.
const FOCUSABLE = 'a[href], button, vaadin-button, input, [tabindex]';

const called = (element: Element) =>
  [
    element.tagName,
    element.getAttribute('aria-label') ?? (element.textContent ?? '').trim(),
    element.getAttribute('href') ?? ''
  ].join('|');

const likes = (of: string) => [...document.querySelectorAll(`main :is(${FOCUSABLE})`)].filter((one) => called(one) === of);

let held: HTMLElement | undefined;
let heldName = '';
let place = 0;
let address = '';

document.addEventListener('focusin', (event) => {
  const target = event.target as HTMLElement;
  held = target.closest('main') && target.matches(FOCUSABLE) ? target : undefined;
  if (held) {
    heldName = called(held);
    place = likes(heldName).indexOf(held);
    address = location.pathname;
  }
});

new MutationObserver(() => {
  if (!held || held.isConnected || document.activeElement !== document.body) {
    return;
  }
  const again = location.pathname === address ? likes(heldName) : [];
  held = undefined;
  ((again[place] ?? again[0]) as HTMLElement | undefined)?.focus({ preventScroll: true });
}).observe(document.documentElement, { childList: true, subtree: true });

export {};
