/**
 * Measures what is on the screen. Each function runs in the page, so it stands for itself; open
 * shadow trees are looked into, since the demo shows the responder's page in one.
 */

/** Texts with less contrast than WCAG 2.2 AA asks for: 4.5:1, whatever their size. */
export function lowContrast() {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const luminance = (rgb) => {
    const linear = rgb.map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const over = (top, bottom, a) => top.map((part, i) => part * a + bottom[i] * (1 - a));
  const parentOf = (node) => node.parentElement ?? node.getRootNode().host;
  const backgroundOf = (node) => {
    if (node === undefined || node === null) return [255, 255, 255];
    const { rgb, a } = parse(getComputedStyle(node).backgroundColor);
    return a === 1 ? rgb : over(rgb, backgroundOf(parentOf(node)), a);
  };
  const found = [];
  const look = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) look(node.shadowRoot);
      const text = [...node.childNodes].filter((one) => one.nodeType === 3 && one.data.trim());
      if (text.length === 0 || !node.checkVisibility() || node.matches('option, style, script')) {
        continue;
      }
      const { color, opacity } = getComputedStyle(node);
      const background = backgroundOf(node);
      const shown = over(parse(color).rgb, background, parse(color).a * Number(opacity));
      const [light, dark] = [luminance(shown), luminance(background)].toSorted((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) found.push(`${ratio.toFixed(2)}: ${text[0].data.trim()}`);
    }
  };
  look(document);
  return found;
}

/** Controls that a thumb misses: smaller than 44 by 44 CSS pixels, their label counted in. */
export function smallTargets() {
  const found = [];
  const look = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) look(node.shadowRoot);
      if (!node.matches('a, button, input, select, textarea') || !node.checkVisibility()) continue;
      const labelled = node.matches('[type=radio], [type=checkbox]');
      const { width, height } = (labelled ? node.labels[0] : node).getBoundingClientRect();
      if (Math.min(width, height) < 44) {
        found.push(`${Math.round(width)}x${Math.round(height)}: ${node.outerHTML.slice(0, 80)}`);
      }
    }
  };
  look(document);
  return found;
}

/** Controls that a screen reader has no name for, hidden ones aside. */
export function namelessControls() {
  const found = [];
  const look = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) look(node.shadowRoot);
      if (!node.matches('a, button, input:not([type=hidden]), select, textarea')) continue;
      const labels = [...(node.labels ?? [])].map((label) => label.textContent);
      const own = node.matches('a, button') ? node.textContent : '';
      const name = [node.getAttribute('aria-label'), own, ...labels].join('').trim();
      if (name === '') found.push(node.outerHTML.slice(0, 80));
    }
  };
  look(document);
  return found;
}

/** How far the page can be scrolled sideways, in CSS pixels. */
export function sidewaysScroll() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** What has the focus, in whatever shadow tree, and whether one can see that it has it. */
export function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  const around = node.matches('.services input') ? getComputedStyle(node.parentElement) : undefined;
  const seen = [outlineStyle, around?.outlineStyle].some((one) => one === 'solid');
  const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent;
  const text = (label ?? node.textContent).trim();
  return { name: node.localName, text, seen: seen && outlineWidth !== '0px' };
}

/** The colour of the paper that all is written on, such as `rgb(16, 19, 24)`. */
export function paperColor() {
  return getComputedStyle(document.body).backgroundColor;
}

/** Tries what the page's policy forbids: a script, a picture from elsewhere, a request. */
export async function breakOut() {
  const blocked = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    blocked.push(event.effectiveDirective);
  });
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  document.body.append(script);
  const picture = document.createElement('img');
  picture.src = '/elsewhere.png';
  document.body.append(picture);
  await fetch('/v1/intake').catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { ran: globalThis.ran === true, blocked };
}
