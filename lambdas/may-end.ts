import { mayEndAs, outcomeNeeds } from './domain/outcomes.ts';
import type { Action } from './domain/response.ts';
import type { CaseStore } from './ports.ts';

/** Whether the person has agreed to what an action says its alert ended with; others end nothing. */
export async function mayEnd(
  ports: { cases: Pick<CaseStore, 'load'> },
  alertId: string,
  action: Action,
): Promise<boolean> {
  if (action.do !== 'resolve' || !Object.hasOwn(outcomeNeeds, action.outcome)) return true;
  const file = await ports.cases.load(alertId);
  return mayEndAs(action.outcome, file?.intake.consents ?? []);
}
