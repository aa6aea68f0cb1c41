import { asStaff, shippedPolicies } from './api.js';
import { $ } from './dom.js';

/** Shorter waits, by the staff API as any supervisor could; they count from the next trip on. */
const tiers = [1, 2, 3];
const quickSeconds = 5;
/** From the second round on, so that a demo left alone does not ring all day long. */
const laterSeconds = 60;
/** The policies of this browser's last hurry, by tier. Another browser knows nothing of them. */
const kept = 'siaga-deployed';

export async function startPace(onChange) {
  const policies = await Promise.all(tiers.map(policyOf));
  showPace(policies.find(isQuick) ?? policies[0]);
  $('pace').addEventListener('change', async (event) => {
    try {
      await (event.target.value === 'quick' ? hurry() : restore());
    } finally {
      await onChange();
    }
  });
}

/** The switch says what is stored, whoever stored it. */
export function showPace(policy) {
  const pace = isQuick(policy) ? 'quick' : 'policy';
  document.querySelector(`[name=pace][value=${pace}]`).checked = true;
}

async function hurry() {
  const originals = readKept();
  const hurried = [];
  for (const tier of tiers) {
    const policy = await policyOf(tier);
    if (isQuick(policy)) continue;
    originals[tier] = policy;
    hurried.push([tier, quickened(policy)]);
  }
  localStorage.setItem(kept, JSON.stringify(originals));
  for (const [tier, policy] of hurried) await put(tier, policy);
}

/** What somebody else has put back or changed meanwhile is left alone. */
async function restore() {
  const originals = { ...(await shippedPolicies()), ...readKept() };
  for (const tier of tiers) {
    if (isQuick(await policyOf(tier))) await put(tier, originals[tier]);
  }
  localStorage.removeItem(kept);
}

function readKept() {
  return JSON.parse(localStorage.getItem(kept) ?? '{}');
}

function isQuick({ steps }) {
  return steps.every(({ waitSeconds }) => waitSeconds === quickSeconds);
}

function quickened(policy) {
  return {
    ...policy,
    steps: policy.steps.map((step) => ({ ...step, waitSeconds: quickSeconds })),
    repeat: { ...policy.repeat, waitSeconds: laterSeconds },
  };
}

async function put(tier, policy) {
  const { ok, body } = await asStaff('PUT', `/v1/staff/policies/${tier}`, policy);
  if (!ok) throw new Error(body.detail);
}

export async function policyOf(tier) {
  return (await asStaff('GET', `/v1/staff/policies/${tier}`)).body;
}
