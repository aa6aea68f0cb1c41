import { asStaff } from './api.js';
import { $ } from './dom.js';

/** Shorter waits, by the staff API as any supervisor could; they count from the next trip on. */
const tiers = [1, 2, 3];
const quickSeconds = 5;
/** From the second round on, so that a demo left alone does not ring all day long. */
const laterSeconds = 60;
const kept = 'siaga-policies';

export async function startPace(onChange) {
  const quick = localStorage.getItem(kept) !== null;
  document.querySelector(`[name=pace][value=${quick ? 'quick' : 'policy'}]`).checked = true;
  if (quick) await hurry();
  $('pace').addEventListener('change', async (event) => {
    await (event.target.value === 'quick' ? hurry() : restore());
    await onChange();
  });
}

async function hurry() {
  const known = JSON.parse(localStorage.getItem(kept) ?? 'null');
  const policies = known ?? (await Promise.all(tiers.map(policyOf)));
  localStorage.setItem(kept, JSON.stringify(policies));
  await putAll(
    policies.map((policy) => ({
      ...policy,
      steps: policy.steps.map((step) => ({ ...step, waitSeconds: quickSeconds })),
      repeat: { ...policy.repeat, waitSeconds: laterSeconds },
    })),
  );
}

async function restore() {
  await putAll(JSON.parse(localStorage.getItem(kept)));
  localStorage.removeItem(kept);
}

async function putAll(policies) {
  await Promise.all(
    tiers.map((tier, index) => asStaff('PUT', `/v1/staff/policies/${tier}`, policies[index])),
  );
}

export async function policyOf(tier) {
  return (await asStaff('GET', `/v1/staff/policies/${tier}`)).body;
}
