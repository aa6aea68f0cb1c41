import { $, clock, element, show } from './dom.js';
import { events } from './words.js';

/** The steps of the policy with who is paged at each, and how far the alert has come. */
export function showLadder(of) {
  const { alert, policy } = of;
  const current = alert && indexOf(policy, alert.step);
  const rows = policy.steps.map((step, index) => {
    const state = stateOf(alert, index, current);
    const left = state === 'ringing' ? secondsLeft(alert) : undefined;
    const wait = waitOf(policy, alert, step);
    return element(
      'li',
      { class: state, style: `--left:${left === undefined ? 0 : Math.min(1, left / wait)}` },
      element('b', { text: step.page }),
      element('span', { text: whoOf(of, step.page) }),
      element('i', { text: labels[state](left, wait) }),
    );
  });
  show($('ladder'), ...rows);
}

const labels = {
  waiting: (_, wait) => `${wait} s`,
  ringing: (left) => `rings, ${left} s left`,
  unanswered: () => 'no answer',
  taken: () => 'took it',
  spared: () => 'not needed',
};

function stateOf(alert, index, current) {
  if (alert === undefined || (alert.status === 'open' && alert.pages.length === 0))
    return 'waiting';
  if (alert.status !== 'open') {
    if (index > current) return 'spared';
    return index === current && alert.owner ? 'taken' : 'unanswered';
  }
  if (index === current) return 'ringing';
  return index < current || alert.step >= index ? 'unanswered' : 'waiting';
}

/** `step` counts on through the rounds; the later ones start at the policy's `from`. */
function indexOf({ steps, repeat }, step) {
  if (step < steps.length) return step;
  const from = repeat.from ?? 0;
  return from + ((step - steps.length) % (steps.length - from));
}

function waitOf(policy, alert, step) {
  const later = alert && alert.step >= policy.steps.length;
  return (later && policy.repeat.waitSeconds) || step.waitSeconds;
}

function whoOf({ team, onCall }, page) {
  if (page === 'everyone') return 'everyone with a certificate';
  if (page === 'lead') return team.members.filter(isLead).map(nameOf).join(', ');
  return onCall.find((one) => one.rotation === page)?.name ?? 'nobody';
}

const nameOf = (member) => member.name;
const isLead = (member) => member.roles.includes('lead');

export function showState(alert) {
  $('state').className = alert?.status ?? '';
  $('state').textContent =
    alert === undefined
      ? 'Press the button on the rider’s phone.'
      : {
          open: `Tier ${alert.tier}. Nobody has taken it yet.`,
          acknowledged: `${alert.owner?.name} took it. The other phones stay silent.`,
          resolved: 'Ended.',
          cancelled: 'Cancelled.',
        }[alert.status];
}

export function secondsLeft(alert) {
  return Math.max(0, Math.ceil((Date.parse(alert.dueAt) - Date.now()) / 1000));
}

export function showTimeline({ alert, team }) {
  const names = new Map(team.members.map((member) => [member.responderId, member.name]));
  const lines = (alert?.timeline ?? []).map(({ at, what, by, times }) => {
    const text = events[what]?.(names.get(by) ?? by) ?? what;
    return element(
      'li',
      { class: what },
      element('time', { text: clock(at, team.timeZone) }),
      element('span', { text: times ? `${text} ×${times}` : text }),
    );
  });
  if (show($('timeline'), ...lines)) $('timeline').scrollTop = $('timeline').scrollHeight;
  const paged = alert?.timeline.find(({ what }) => what === 'paged');
  const ms = paged && Date.parse(paged.at) - Date.parse(alert.openedAt);
  $('speed').textContent = paged ? `first SMS after ${ms} ms` : '';
}
