export const $ = (id) => document.getElementById(id);

export function element(name, { text = '', ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The same children again are left alone, so that nothing blinks and nothing is read out twice. */
export function show(parent, ...children) {
  const next = element('div', {}, ...children);
  const changed = parent.innerHTML !== next.innerHTML;
  if (changed) parent.replaceChildren(...next.childNodes);
  return changed;
}

/** As the team's clock on the wall has it, like the time in an SMS. */
export function clock(at, timeZone) {
  return new Date(at).toLocaleTimeString('en-GB', { timeZone });
}
