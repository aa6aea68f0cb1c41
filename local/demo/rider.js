import { asRider } from './api.js';
import { $, element, show } from './dom.js';
import { app, numbersAtHand } from './words.js';

/** The rider's phone: it knows no more than the reporter's own API tells it. */
const firstRetryMs = 500;
const slowestRetryMs = 8_000;

let trip = newName('trip');
let language = 'en';
/** Those of the last answer stay at hand for when there is none. */
let numbers = numbersAtHand;
/** The press that is under way; a new trip gives it up. */
let trying;
let isCurrent = true;

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
  trying = undefined;
  isCurrent = true;
  $('silent').checked = false;
  $('category').value = '';
  showAnswer(undefined);
}

/**
 * Gives the alert's id once the press is taken: until then the same press is sent again and again,
 * ever more slowly, and the phone says so. Undefined where another trip has begun meanwhile.
 */
export async function press() {
  if (trying !== undefined) return trying.again();
  const attempt = { again: () => undefined };
  trying = attempt;
  const said = readForm();
  showAnswer({ status: 'trying', next: app[language].trying });
  for (let wait = firstRetryMs; ; wait = Math.min(2 * wait, slowestRetryMs)) {
    const taken = await send(said);
    if (trying !== attempt) return undefined;
    if (taken !== undefined) {
      trying = undefined;
      isCurrent = false;
      return taken;
    }
    showAnswer({ status: 'failed', next: app[language].unreachable });
    await new Promise((resolve) => {
      attempt.again = resolve;
      setTimeout(resolve, wait);
    });
  }
}

async function send(said) {
  try {
    const { ok, body } = await asRider('POST', '/v1/alerts', said);
    numbers = body.emergencyNumbers ?? numbers;
    return ok ? body.alertId : undefined;
  } catch {
    return undefined;
  }
}

function readForm() {
  return {
    pressId: newName('press'),
    tripId: trip,
    service: document.querySelector('[name=service]:checked').value,
    category: $('category').value || undefined,
    silent: $('silent').checked,
    role: 'rider',
    location: { lat: -6.2088, lng: 106.8456, accuracy: 12 },
    pressedAt: new Date().toISOString(),
    locale: language,
  };
}

export async function cancel(alertId, duress) {
  try {
    await asRider('POST', `/v1/alerts/${alertId}/cancel`, { pressId: newName('cancel'), duress });
  } catch {
    isCurrent = false;
    showAnswer({ status: 'failed', next: app[language].notCancelled });
  }
}

/** Whether the phone lacks what the API last said of its alert. */
export function isBehind() {
  return !isCurrent;
}

export async function showOwnView(alertId) {
  const of = trip;
  isCurrent = false;
  const { ok, body } = await asRider('GET', `/v1/alerts/${alertId}`);
  if (!ok || trip !== of || trying !== undefined) return;
  isCurrent = true;
  showAnswer(body);
}

function showAnswer(view) {
  const status = view?.status ?? '';
  const goesOn = status === 'open' || status === 'acknowledged';
  document.body.classList.toggle('pressed', view !== undefined);
  document.body.classList.toggle('going', goesOn);
  $('answer').className = status;
  const helper =
    goesOn && view.helper && element('b', { text: app[language].helper(view.helper.firstName) });
  const text = [view?.now, view?.next].filter(Boolean).join(' ');
  const next = view && element('span', { text });
  show($('answer'), ...[helper, next].filter(Boolean));
  numbers = view?.emergencyNumbers ?? numbers;
  showNumbers(view === undefined ? [] : numbers);
}

/** Shown as text: nobody should call the police from a demo by accident. */
function showNumbers(shown) {
  const lines = shown.map(({ number, name }) => {
    const [short] = name.replace(` ${number}`, '').split(' (');
    return element('li', {}, element('b', { text: number }), ` ${short}`);
  });
  show($('numbers'), ...lines);
}

function newName(kind) {
  return `${kind}-${Math.random().toString(36).slice(2, 10)}`;
}
