import type { Finding } from './finding.ts';
import { fold } from './fold.ts';
import { lexiconOf } from './lexicon/all.ts';
import type { Purpose } from './lexicon/lexicon.ts';
import { type Line, type Question, type Script, stages, type When } from './schema.ts';

type Missing = Pick<Finding, 'rule' | 'lineId' | 'field' | 'instead'>;

/** What a script has to have, and where: the rules that no single text can break. */
export function lintStructure(script: Script): Finding[] {
  const missing = [
    ...safetyFirst(script),
    ...hasLine(script, 4, 'where_to_start', script.opening, 'the opening'),
    ...script.questions.filter((one) => one.why.trim() === '').map(noReason),
    ...script.questions.filter((one) => one.fact !== undefined).map(knownFromTrip),
    ...script.questions.flatMap(canBeDeclined),
    ...(['belief', 'not_your_fault', 'thanks'] as const).flatMap((purpose) =>
      hasLine(script, 13, purpose, [...script.opening, ...script.lines], 'the lines'),
    ),
    ...offersPolice(script),
    ...hasAllStages(script),
    ...needsNoCaregiver(script),
  ];
  const { locale } = script;
  return missing.map((one) => ({ ...one, locale, start: 0, end: 0, matched: '' }));
}

/** Rule 3: whoever the person is, the first question is whether they are safe and can talk. */
function safetyFirst(script: Script): Missing[] {
  const [first] = script.questions;
  const isIt = first?.asks === 'safety' && first.when === undefined;
  if (isIt && means(script, 'safety', first)) return [];
  const instead = 'Ask everybody first whether they are safe now and whether it is safe to talk.';
  return [{ rule: 3, lineId: first?.id ?? 'script', field: 'questions', instead }];
}

/** Rules 4 and 13: a line that is there for everybody, and that says what its label claims. */
function hasLine(
  script: Script,
  rule: number,
  says: Exclude<Purpose, 'safety'>,
  lines: Line[],
  where: string,
): Missing[] {
  const labelled = lines.filter((line) => line.says === says && line.when === undefined);
  if (labelled.some((line) => means(script, says, line))) return [];
  const instead = `Among ${where} there has to be one, for everybody, that says: ${says}.`;
  return [{ rule, lineId: labelled[0]?.id ?? 'script', field: says, instead }];
}

function means(script: Script, purpose: Purpose, line: Line | Question): boolean {
  const words = lexiconOf(line.language ?? script.locale).purposes[purpose];
  return fold(line.text).text.search(words) >= 0;
}

function noReason({ id }: Question): Missing {
  return { rule: 5, lineId: id, field: 'why', instead: 'Say why it is asked.' };
}

function knownFromTrip({ id, fact }: Question): Missing {
  const instead = `Leave it out: the record of the trip knows the ${fact}.`;
  return { rule: 8, lineId: id, field: 'fact', instead };
}

/** Rule 10: a consent can be given and declined. */
function canBeDeclined({ id, consent, options }: Question): Missing[] {
  const yes = options.some((option) => option.agrees);
  const no = options.some((option) => !option.agrees);
  if (consent === undefined || (yes && no)) return [];
  const instead = 'Offer both: an option that agrees, and one that does not.';
  return [{ rule: 10, lineId: id, field: 'options', instead }];
}

/** Rule 16: everybody is offered the police, with a no that is as near as the yes. */
function offersPolice({ questions }: Script): Missing[] {
  const offer = questions.find(({ consent, when }) => consent === 'police' && when === undefined);
  const others = offer?.options.filter((option) => !option.agrees) ?? [];
  if (others.length >= 1 && offer?.options.some((option) => option.agrees)) return [];
  const instead = 'Offer the police to everybody as a choice that can be declined.';
  return [{ rule: 16, lineId: offer?.id ?? 'script', field: 'options', instead }];
}

/** Rule 24: listen, inquire, validate, enhance safety, support. */
function hasAllStages({ opening, lines, questions }: Script): Missing[] {
  const there = [...opening, ...lines, ...questions].filter((one) => one.when === undefined);
  return stages
    .filter((stage) => !there.some((one) => one.stage === stage))
    .map((stage) => ({
      rule: 24,
      lineId: 'script',
      field: stage,
      instead: `Add what is said or asked at the stage: ${stage}.`,
    }));
}

/** Rule 25: nothing that an adult gets is kept from a child, or hangs on somebody being with them. */
function needsNoCaregiver(script: Script): Missing[] {
  const companion = script.questions.filter(({ asks }) => asks === 'companion');
  const alone = companion
    .filter(({ options }) => !options.some(({ tells }) => tells?.companion === 'nobody'))
    .map(({ id }) => ({
      rule: 25,
      lineId: id,
      field: 'options',
      instead: 'Offer to be with nobody, too.',
    }));
  const hangsOnThem = ({ child, answered = {} }: When) =>
    child === false || companion.some(({ id }) => answered[id] !== undefined);
  const kept = [...script.lines, ...script.questions]
    .filter(({ when }) => when !== undefined && hangsOnThem(when))
    .map(({ id }) => ({
      rule: 25,
      lineId: id,
      field: 'when',
      instead: 'A child gets it too, and without anybody being with them.',
    }));
  return [...alone, ...kept];
}
