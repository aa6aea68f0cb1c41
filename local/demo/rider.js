import { asRider } from './api.js';
import { $, element, show } from './dom.js';
import { app } from './words.js';

/** The rider's phone: it knows no more than the reporter's own API tells it. */
let trip = newName('trip');
let language = 'en';

export function speak(chosen) {
  language = chosen;
  const words = app[language];
  $('rider').lang = language;
  for (const one of document.querySelectorAll('[data-word]')) {
    one.textContent = words[one.dataset.word];
  }
  const category = $('category').value;
  const options = Object.entries(words.categories);
  $('category').replaceChildren(
    ...options.map(([value, text]) => element('option', { value, text })),
  );
  $('category').value = category;
}

export function takeNewTrip() {
  trip = newName('trip');
  showAnswer(undefined);
}

/** Gives the alert's id, or undefined where the press was not taken. */
export async function press() {
  const { ok, body } = await asRider('POST', '/v1/alerts', {
    pressId: newName('press'),
    tripId: trip,
    service: document.querySelector('[name=service]:checked').value,
    category: $('category').value || undefined,
    silent: $('silent').checked,
    role: 'rider',
    location: { lat: -6.2088, lng: 106.8456, accuracy: 12 },
    pressedAt: new Date().toISOString(),
    locale: language,
  });
  showNumbers(body.emergencyNumbers ?? []);
  if (ok) return body.alertId;
  showAnswer({ status: 'failed', next: app[language].unreachable });
}

export async function cancel(alertId, duress) {
  await asRider('POST', `/v1/alerts/${alertId}/cancel`, { pressId: newName('cancel'), duress });
}

export async function showOwnView(alertId) {
  const { ok, body } = await asRider('GET', `/v1/alerts/${alertId}`);
  if (ok) showAnswer(body);
}

function showAnswer(view) {
  document.body.classList.toggle('pressed', view !== undefined);
  $('answer').className = view?.status ?? '';
  const helper =
    view?.helper && element('b', { text: app[language].helper(view.helper.firstName) });
  const text = [view?.now, view?.next].filter(Boolean).join(' ');
  const next = view && element('span', { text });
  show($('answer'), ...[helper, next].filter(Boolean));
  if (view === undefined) showNumbers([]);
}

/** Shown as text: nobody should call the police from a demo by accident. */
function showNumbers(numbers) {
  const lines = numbers.map(({ number, name }) => {
    const [short] = name.replace(` ${number}`, '').split(' (');
    return element('li', {}, element('b', { text: number }), ` ${short}`);
  });
  show($('numbers'), ...lines);
}

function newName(kind) {
  return `${kind}-${Math.random().toString(36).slice(2, 10)}`;
}
