package io.marketplace.it.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What keeps people from using an open page: fields, buttons and links without a name, identifiers
 * that stand twice, text too pale to read, and what is wider than the screen. The rules are those
 * of WCAG 2.2 that a script can judge: 1.3.1, 1.4.3, 1.4.10, 2.4.4 and 4.1.2.
 */
final class PageFaults {
  private static final String FIND =
      """
      async () => {
        // what follows a change of width or theme is there once a frame was drawn and colours have turned
        await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        await Promise.race([
          Promise.allSettled(document.getAnimations().map(change => change.finished)),
          new Promise(over => setTimeout(over, 1000))]);
        const faults = [];
        const say = (what, e) => faults.push(what + ': ' + e.outerHTML.slice(0, 160));
        const shown = e => e.checkVisibility({ visibilityProperty: true });
        const words = id => (document.getElementById(id)?.textContent ?? '').trim();
        const name = e => e.getAttribute('aria-label')
          || (e.getAttribute('aria-labelledby') ?? '').split(' ').map(words).join('')
          || [...(e.labels ?? [])].map(l => l.textContent).join('').trim()
          || e.title || e.textContent.trim();
        const all = rule => [...document.querySelectorAll(rule)].filter(shown);
        all('input:not([type=hidden]), textarea, select, [role=button], [role=combobox], [role=tab], button, a[href], vaadin-button')
          .filter(e => !e.closest('[aria-hidden=true]') && !name(e).trim())
          .forEach(e => say('without a name', e));
        all('img:not([alt])').forEach(e => say('a picture without words', e));
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => faults.push('twice on the page: #' + id));
        all('main table').filter(e => !name(e) || !e.querySelector('th')).forEach(e => say('a table without heads', e));

        const rgb = text => (text.match(/[\\d.]+/g) ?? []).map(Number);
        const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
          .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const ground = e => {
          for (let at = e; at; at = at.parentElement ?? at.getRootNode().host) {
            const style = getComputedStyle(at);
            if (style.backgroundImage !== 'none') return null;
            const colour = rgb(style.backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
            if (colour[3] > 0) return null;
          }
          return [255, 255, 255];
        };
        for (const e of all('main *').filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))) {
          const style = getComputedStyle(e), back = ground(e);
          if (!back || e.closest('[disabled], [aria-hidden=true], .sr') || style.opacity !== '1') continue;
          const [one, other] = [light(rgb(style.color)), light(back)].sort((a, b) => b - a);
          const size = parseFloat(style.fontSize);
          const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
          const has = (one + 0.05) / (other + 0.05);
          if (has < enough) say('contrast ' + has.toFixed(2), e);
        }

        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth > width) {
          const wide = all('main *').filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll'));
          faults.push('wider than the screen: ' + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | '));
        }
        return faults;
      }""";

  private PageFaults() {}

  /** Each fault in words with the element it is at; empty where all is well. */
  @SuppressWarnings("unchecked") // the script gives strings
  static List<String> of(Page page) {
    return (List<String>) page.evaluate(FIND);
  }
}
