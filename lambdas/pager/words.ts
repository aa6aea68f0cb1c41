import type { Hint } from '../domain/escalation.ts';
import type { Tier } from '../domain/policy.ts';
import { keepWords, type WordsPorts } from '../keep-words.ts';
import type { SaidStore } from '../ports.ts';
import { tellCase, type TellCasePorts } from '../tell-case.ts';

export interface KeeperPorts extends WordsPorts, TellCasePorts {
  said: Pick<SaidStore, 'keep'>;
  telemetry: WordsPorts['telemetry'];
}

/** Whether a message holds words, and is about nothing else. */
export function holdsWords({ said, told }: Hint): boolean {
  return said !== undefined || told !== undefined;
}

/** Keeps the words of a message, or sends it anew while the table is still out. */
export function putWordsBack(ports: KeeperPorts, tier: Tier, hint: Hint): Promise<void> {
  const { alertId, said, told } = hint;
  return keepWords(ports, { tier, hint }, async () => {
    if (said !== undefined) await ports.said.keep(said);
    if (told !== undefined) await tellCase(ports, alertId, told);
  });
}
