import { smsOfPhones } from './api.js';
import { $, clock, element, show } from './dom.js';
import { PageInPhone } from './page-in-phone.js';

/** One phone per responder of the tier: the SMS of this alert, and the page behind its link. */
const pages = new Map();
let tierShown;
let isForgotten = false;

/** `of.onAct` is called when something was done on a page. */
export async function showPhones(of) {
  const { alert, tier, team, onCall } = of;
  const sms = await smsOfPhones();
  if (tierShown !== tier || isForgotten) {
    pages.clear();
    $('phones').replaceChildren();
  }
  tierShown = tier;
  isForgotten = false;
  const rank = (member) => {
    const at = onCall.findIndex((one) => one.responderId === member.responderId);
    return at === -1 ? onCall.length + Number(member.roles.includes('lead')) : at;
  };
  for (const member of team.members.toSorted((a, b) => rank(a) - rank(b))) {
    const messages = (sms.get(member.phone) ?? []).filter((one) => isAbout(alert, one));
    showPhone(of, member, messages);
  }
}

/** They stay as they are until the stack says what is on them now. */
export function forgetPhones() {
  isForgotten = true;
}

/** What the pages show has changed; one that is being written in is left alone. */
export function reloadPages() {
  for (const page of pages.values()) page.reload();
}

function isAbout(alert, sms) {
  return alert !== undefined && sms.text.includes(` ${alert.code} `);
}

function showPhone(of, member, messages) {
  const { alert } = of;
  const card = $(member.responderId) ?? addPhone(of, member);
  card.className = stateOf(alert, member, messages);
  const bubbles = messages.toReversed().map((sms) => bubble(sms, of.team.timeZone));
  const empty = element('p', { class: 'empty', text: 'no SMS' });
  show(card.querySelector('.messages'), ...(bubbles.length > 0 ? bubbles : [empty]));
}

function addPhone(of, member) {
  const role = roleOf(member, of.onCall);
  const screen = element('div', { class: 'screen' }, element('div', { class: 'messages' }));
  const card = element(
    'section',
    { id: member.responderId, 'aria-label': `Phone of ${member.name}` },
    element('h3', {}, element('b', { text: member.name }), element('span', { text: role })),
    element('div', { class: 'phone' }, screen),
  );
  card.querySelector('.messages').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (link === null) return;
    event.preventDefault();
    openPage(of, card, link.getAttribute('href'));
  });
  $('phones').append(card);
  return card;
}

function roleOf(member, onCall) {
  const turn = onCall.find((one) => one.responderId === member.responderId);
  if (turn !== undefined) return `${turn.rotation}, on call`;
  return member.roles.includes('lead') ? 'lead' : 'not on call';
}

function stateOf(alert, { responderId }, messages) {
  if (messages.length === 0) return 'quiet';
  if (alert.owner?.responderId === responderId) return 'taken';
  const lastPaged = alert.pages.findLast((page) => page.responderId === responderId);
  return alert.status === 'open' && lastPaged?.step === alert.step ? 'ringing' : 'told';
}

function bubble(sms, timeZone) {
  const [text, url] = sms.text.split(/ (?=https?:\S+$)/);
  const { pathname } = new URL(url);
  return element(
    'p',
    { class: 'sms' },
    element('small', { text: `${sms.senderId ?? 'SMS'} · ${clock(sms.at, timeZone)}` }),
    `${text} `,
    element('a', { href: pathname, text: url }),
  );
}

function openPage(of, card, path) {
  const known = pages.get(card.id);
  const page = known ?? new PageInPhone(card.querySelector('.screen'), of.onAct);
  pages.set(card.id, page);
  void page.open(`${path}?lang=${of.language}`);
}
