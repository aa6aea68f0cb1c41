import type { Alert } from '../domain/alert.ts';
import type { AlertStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';

/** The alert that somebody asks for: every route to one goes through here. Kept out of it, they get nothing. */
export async function loadFor(
  ports: { store: Pick<AlertStore, 'load'> },
  alertId: string,
  by: string,
): Promise<Alert> {
  const alert = await ports.store.load(alertId);
  if (alert === undefined) throw new VisibleError(404, 'there is no such alert');
  if (alert.keptOut?.includes(by)) throw new VisibleError(409, 'you are kept out of this alert');
  return alert;
}
