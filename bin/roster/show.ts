import { changes } from './changes.ts';
import type { Change } from './compare.ts';
import { doubtsOf } from './doubts.ts';
import type { Plan } from './plan.ts';
import type { Snapshot } from './server.ts';
import type { Style, Terminal } from './terminal.ts';

const styles: Record<Change['sign'], Style> = { '+': 'green', '-': 'red', '~': 'yellow' };

/** What a plan changes, who is on call at once because of it, and what is doubtful then. */
export function showPlan(terminal: Terminal, plan: Plan): void {
  const { before, after } = plan.doubts;
  showChanges(terminal, `Tier ${plan.tier}`, plan.changes);
  for (const handover of plan.handovers) {
    terminal.out(terminal.paint('bold', `  on call from now: ${printable(handover)}`));
  }
  showDoubts(
    terminal,
    after.filter((one) => !before.includes(one)),
  );
  for (const one of after.filter((doubt) => before.includes(doubt))) {
    terminal.out(terminal.paint('dim', `  ! ${printable(one)} (as before)`));
  }
  if (after.length === 0) terminal.out('  each step has somebody qualified for the next 90 days');
  terminal.out('');
}

/** Of the warnings that the server answers with, those that were not shown before it was asked. */
export function showAnswer(terminal: Terminal, plan: Plan, answer: unknown): void {
  // It has looked at the team under the policy that it knows, which is about to be replaced.
  if (plan.policy !== undefined) return;
  const told = doubtsOf(answer, plan.wanted.team, terminal.now());
  showDoubts(
    terminal,
    told.filter((doubt) => !plan.doubts.after.includes(doubt)),
  );
}

export function showTheirs(terminal: Terminal, before: Snapshot, theirs: Snapshot): void {
  const found = changes(before, theirs);
  showChanges(terminal, `Somebody else changed tier ${theirs.tier} meanwhile:`, found);
  if (found.length === 0) terminal.out('  and it is again what you saw');
  terminal.out('');
}

/** `tier 1 and tier 2` */
export function tierNames(plans: readonly Plan[]): string {
  return plans.map(({ tier }) => `tier ${tier}`).join(' and ');
}

function showChanges(terminal: Terminal, title: string, found: readonly Change[]): void {
  terminal.out(terminal.paint('bold', title));
  for (const { sign, says, details = [] } of found) {
    terminal.out(terminal.paint(styles[sign], `  ${sign} ${printable(says)}`));
    for (const detail of details) terminal.out(`      ${printable(detail)}`);
  }
}

function showDoubts(terminal: Terminal, doubts: readonly string[]): void {
  for (const doubt of doubts) terminal.out(terminal.paint('yellow', `  ! ${printable(doubt)}`));
}

/** Names come from files and servers; what steers a terminal is not printed. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '�');
}
