/** The demo page: all that it shows comes from the API that the apps and the staff call. */
import { asStaff } from './api.js';
import { $ } from './dom.js';
import { showLadder, showState, showTimeline } from './ladder.js';
import { policyOf, showPace, startPace } from './pace.js';
import { forgetPhones, reloadPages, showPhones } from './phones.js';
import * as rider from './rider.js';

const refreshEveryMs = 500;
const now = {
  alertId: undefined,
  alert: undefined,
  tier: 1,
  team: { members: [] },
  onCall: [],
  policy: { steps: [], repeat: {} },
  rotaIsRead: false,
  language: navigator.language.startsWith('id') ? 'id' : 'en',
  onAct: () => void refresh(),
};

async function readRota() {
  const [team, onCall, policy] = await Promise.all([
    asStaff('GET', `/v1/staff/teams/${now.tier}`),
    asStaff('GET', `/v1/staff/on-call?tier=${now.tier}`),
    policyOf(now.tier),
  ]);
  Object.assign(now, { team: team.body, onCall: onCall.body.onCall, policy, rotaIsRead: true });
  showPace(policy);
}

async function readAlert() {
  const of = now.alertId;
  if (of === undefined) return;
  const { ok, body } = await asStaff('GET', `/v1/staff/alerts/${of}`);
  if (!ok || now.alertId !== of) return;
  const changed = now.alert?.timeline.length !== body.timeline.length;
  now.alert = body;
  if (now.tier !== body.tier) {
    now.tier = body.tier;
    await readRota();
  }
  if (changed) reloadPages();
  if (changed || rider.isBehind()) await rider.showOwnView(of);
}

async function refresh() {
  try {
    if (!now.rotaIsRead) await readRota();
    await readAlert();
    showState(now.alert);
    showLadder(now);
    showTimeline(now);
    await showPhones(now);
  } catch {
    $('state').textContent = 'The local stack does not answer.';
  }
}

async function press() {
  now.alertId = (await rider.press()) ?? now.alertId;
  await refresh();
}

async function cancel(duress) {
  await rider.cancel(now.alertId, duress);
  await refresh();
}

async function takeNewTrip() {
  Object.assign(now, { alertId: undefined, alert: undefined, rotaIsRead: false });
  rider.takeNewTrip();
  forgetPhones();
  await refresh();
}

$('press').addEventListener('click', () => void press());
$('cancel').addEventListener('click', () => void cancel(false));
$('duress').addEventListener('click', () => void cancel(true));
$('new-trip').addEventListener('click', () => void takeNewTrip());
$('language').value = now.language;
$('language').addEventListener('change', () => {
  now.language = $('language').value;
  rider.speak(now.language);
});

rider.speak(now.language);
await startPace(takeNewTrip);
await refresh();
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, refreshEveryMs));
  await refresh();
}
