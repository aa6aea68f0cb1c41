import type { Override, Rotation, Team } from '../../lambdas/domain/team.ts';
import { type Change, fieldChanges, match } from './compare.ts';
import { localInstant, type Naming, namingOf, shiftLength } from './words.ts';

export function rotationChanges(before: Team, after: Team): Change[] {
  const naming = namingOf(before, after);
  const byName = (one: Rotation) => one.name;
  const { added, removed, kept, reordered } = match(before.rotations, after.rotations, byName);
  return [
    ...added.map((one): Change => ({ sign: '+', says: introduction(one, naming) })),
    ...removed.map((one): Change => ({ sign: '-', says: `rotation ${one.name}` })),
    ...kept.flatMap(([old, now]): Change[] => {
      const details = fieldChanges(old, now, {
        participants: (was, is) => [`turns: ${turns(was, naming)} → ${turns(is, naming)}`],
        shift: (was, is) => [`each turn ${shiftLength(was)} → ${shiftLength(is)}`],
        start: (was, is) => [`first turn begins ${was} → ${is}`],
        handoff: (was, is) => [`hand-off at ${was} → ${is}`],
      });
      return details.length === 0 ? [] : [{ sign: '~', says: `rotation ${now.name}`, details }];
    }),
    ...(reordered ? [{ sign: '~' as const, says: 'rotations in another order' }] : []),
  ];
}

function introduction({ name, participants, shift, start, handoff }: Rotation, naming: Naming) {
  const length = shiftLength(shift);
  return `rotation ${name}: ${turns(participants, naming)}; ${length} each from ${start}, hand-off at ${handoff}`;
}

function turns(participants: string[], naming: Naming): string {
  return participants.map(naming).join(', ') || 'nobody';
}

export function overrideChanges(before: Team, after: Team): Change[] {
  const naming = namingOf(before, after);
  const whole = (one: Override) =>
    JSON.stringify([one.rotation, one.responderId, one.start, one.end]);
  const { added, removed, reordered } = match(before.overrides, after.overrides, whole);
  const said = (sign: Change['sign'], { timeZone }: Team) => {
    return (one: Override): Change => ({ sign, says: overrideWords(one, timeZone, naming) });
  };
  return [
    ...added.map(said('+', after)),
    ...removed.map(said('-', before)),
    ...(reordered ? [{ sign: '~' as const, says: 'overrides in another order' }] : []),
  ];
}

function overrideWords(override: Override, timeZone: string, naming: Naming): string {
  const [start, end] = [override.start, override.end].map((one) =>
    localInstant(Date.parse(one), timeZone),
  );
  return `override: ${naming(override.responderId)} stands in as ${override.rotation}, ${start} to ${end}`;
}
