import { change } from './change.ts';
import type { Alert } from './domain/alert.ts';
import type { Action, Responder, Response } from './domain/response.ts';
import { respondQualified, type Staffing } from './domain/taking.ts';
import type { Tier } from './domain/policy.ts';
import { hint } from './hint.ts';
import type { AlertStore, Clock, DocumentStore, Queue, Telemetry, WorkloadStore } from './ports.ts';

export interface ActPorts {
  store: AlertStore;
  documents: Pick<DocumentStore, 'loadTeam' | 'loadPolicy'>;
  queue: Queue;
  workload: WorkloadStore;
  clock: Clock;
  telemetry: Telemetry;
}

/**
 * What a responder does with an alert, whether by the link of an SMS or by the staff API: one
 * conditional write, then the message for what falls due next. Undefined where there is no alert.
 */
export async function act(
  ports: ActPorts,
  of: { alertId: string; loaded?: Alert; supervises?: boolean },
  action: Action,
  by: Responder,
): Promise<Response | undefined> {
  let response: Response | undefined;
  const attempt = async (
    loaded?: Alert,
    staffing?: Staffing,
  ): Promise<{ before: Alert; after: Alert } | undefined> => {
    const changed = await change(
      ports.store,
      of.alertId,
      (alert) => {
        const at = { now: ports.clock.now(), staffing, supervises: of.supervises };
        return (response = respondQualified(alert, action, by, at)).alert;
      },
      loaded,
    );
    // Read only for those whom no page allows to take it, since this is what a person waits for.
    const tier = response?.refused === 'untrained' ? response.alert.tier : undefined;
    if (tier === undefined || tier === staffing?.tier) return changed;
    return attempt(response!.alert, await loadStaffing(ports, tier));
  };
  const changed = await attempt(of.loaded);
  if (changed === undefined) return undefined;
  const { before, after } = changed;
  const ended = after.closedAt !== undefined && before.closedAt === undefined;
  // A wish to erase that waited for the end is somebody's to carry out now.
  if (ended && after.eraseRequestedAt !== undefined) {
    ports.telemetry.count('ErasureRequested', after.tier);
  }
  const taken = after.owner !== undefined && after.owner.since !== before.owner?.since;
  await Promise.all([
    after.turn !== before.turn && hint(ports, after),
    taken && countTaken(ports, after),
  ]);
  return response;
}

/** Who answers for a tier now, and by which policy. */
export async function loadStaffing(
  { documents }: Pick<ActPorts, 'documents'>,
  tier: Tier,
): Promise<Staffing> {
  const [team, policy] = await Promise.all([documents.loadTeam(tier), documents.loadPolicy(tier)]);
  return { tier, team: team?.document, policy: policy?.document };
}

/** Only where a limit asks for it; a count that fails costs nobody their help. */
async function countTaken(ports: ActPorts, alert: Alert): Promise<void> {
  if (alert.policy?.takenPerWeek === undefined || alert.owner === undefined) return;
  const { alertId, tier, owner } = alert;
  try {
    await ports.workload.noteTaken({
      tier,
      alertId,
      responderId: owner.responderId,
      at: owner.since,
    });
  } catch (error) {
    ports.telemetry.fail('alert not counted for its responder', error, { alertId, tier });
  }
}
