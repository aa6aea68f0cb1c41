/** The demo page: everything it shows comes from the same API that the apps and the staff call. */
const $ = (id) => document.getElementById(id);
const opened = new Map();
let alertId;
let trip;

async function tokenFor(sub, scope) {
  const response = await fetch('/_local/token', {
    method: 'POST',
    body: JSON.stringify({ sub, scope }),
  });
  return `Bearer ${(await response.json()).access_token}`;
}
const rider = await tokenFor('demo-rider', 'alerts:write');
const staff = await tokenFor('demo-supervisor', 'staff');

function newTrip() {
  trip = `trip-${Math.random().toString(36).slice(2, 8)}`;
  $('trip').textContent = trip;
  $('answer').replaceChildren();
  alertId = undefined;
}

async function press() {
  const body = {
    pressId: crypto.randomUUID(),
    tripId: trip,
    service: $('service').value,
    category: $('category').value || undefined,
    silent: $('silent').checked,
    role: 'rider',
    location: { lat: -6.2088, lng: 106.8456, accuracy: 12 },
    pressedAt: new Date().toISOString(),
    locale: 'id',
  };
  const response = await fetch('/v1/alerts', {
    method: 'POST',
    headers: { authorization: rider },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  alertId = answer.alertId ?? alertId;
  const heading = response.ok
    ? `Help is being called (tier ${answer.tier}, press ${answer.presses}).`
    : `${answer.title}: ${answer.detail}`;
  const list = element('ul');
  for (const one of answer.emergencyNumbers ?? [])
    list.append(element('li', `${one.number} ${one.name}`));
  $('answer').replaceChildren(element('p', heading), list);
  await refresh();
}

function element(name, text = '', className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

const clock = (at) => new Date(at).toLocaleTimeString('en-GB');

async function showAlert() {
  if (alertId === undefined) return;
  const response = await fetch(`/v1/staff/alerts/${alertId}`, {
    headers: { authorization: staff },
  });
  if (!response.ok) return;
  const alert = await response.json();
  const left = Math.max(0, Math.ceil((Date.parse(alert.dueAt) - Date.now()) / 1000));
  const states = {
    open: `Tier ${alert.tier}, open: next step in ${left} s`,
    acknowledged: `Taken by ${alert.owner?.name}; back to paging without progress in ${left} s`,
    resolved: 'Resolved',
    cancelled: 'Cancelled',
  };
  $('state').textContent = states[alert.status];
  $('timeline').replaceChildren(
    ...alert.timeline.map((entry) => {
      const line = element('li', '', entry.what);
      const who = [entry.by, entry.page && `(${entry.page})`, entry.times && `×${entry.times}`];
      line.append(
        element('time', clock(entry.at)),
        [entry.what.replaceAll('_', ' '), ...who].filter(Boolean).join(' '),
      );
      return line;
    }),
  );
}

async function showPhones() {
  const phones = await (await fetch('/_local/phones')).json();
  const busy = (phone) => phone.messages.length > 0;
  for (const phone of phones.toSorted((a, b) => busy(b) - busy(a))) showPhone(phone);
}

function showPhone(phone) {
  const id = `phone-${phone.phone.slice(1)}`;
  let card = $(id);
  if (card === null) {
    card = element('section', '', 'phone quiet');
    card.id = id;
    const screen = element('div', '', 'screen');
    screen.append(element('div', '', 'messages'), element('div', '', 'page'));
    card.append(element('h2', `${phone.name ?? phone.phone}`), screen);
    $('phones').append(card);
  }
  const messages = card.querySelector('.messages');
  if (Number(messages.dataset.count ?? 0) === phone.messages.length) return;
  messages.dataset.count = phone.messages.length;
  card.classList.remove('quiet');
  $('phones').prepend(card);
  messages.replaceChildren(...phone.messages.slice(-3).map((sms) => showSms(card, sms)));
}

function showSms(card, sms) {
  const bubble = element('p', '', 'sms');
  const [text, path] = sms.text.split(/ (?=https?:\S+$)/);
  const link = element('a', path);
  link.href = new URL(path).pathname;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void openLink(card, link.href);
  });
  bubble.append(element('time', clock(sms.at)), `${text} `, link);
  return bubble;
}

/** The page behind a link, with its own style, in the phone that got the SMS. */
async function openLink(card, url, options) {
  const response = await fetch(url, options);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  let holder = opened.get(card.id);
  if (holder === undefined) {
    const host = element('div', '', 'opened');
    card.querySelector('.page').append(host);
    holder = host.attachShadow({ mode: 'open' });
    opened.set(card.id, holder);
    holder.addEventListener('submit', (event) => {
      event.preventDefault();
      const body = new URLSearchParams(new FormData(event.target));
      void openLink(card, event.target.action, { method: 'POST', body }).then(refresh);
    });
    holder.addEventListener('click', (event) => {
      const language = event.target.closest('a[hreflang]');
      if (language === null) return;
      event.preventDefault();
      void openLink(card, language.href);
    });
  }
  const style = page.querySelector('style');
  if (style !== null)
    style.textContent = style.textContent.replace(':root{', ':host{').replace(/^body\{/m, 'main{');
  holder.replaceChildren(style, page.querySelector('main'));
}

async function refresh() {
  try {
    await Promise.all([showAlert(), showPhones()]);
  } catch {
    $('state').textContent = 'The local stack does not answer.';
  }
}

$('press').addEventListener('click', () => void press());
$('new-trip').addEventListener('click', newTrip);
newTrip();
await refresh();
setInterval(refresh, 1000);
