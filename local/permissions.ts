import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { LocalFunction, Mapping, Statement } from './stack.ts';
import { account } from './arns.ts';

/** A phone number has no ARN: what allows an SMS is a statement that is not about topics alone. */
export const anyPhone = 'phone';

/** What IAM calls the actions that it does not call by their own name. */
const namesInIam: Record<string, string> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sns:PublishBatch': 'sns:Publish',
};

export function nameInIam(action: string): string {
  return namesInIam[action] ?? action;
}

const decisions = new WeakMap<LocalFunction, Map<string, Promise<boolean>>>();

const leadingKeys = 'dynamodb:LeadingKeys';

/**
 * Whether the function's role in the template allows `action` (`sqs:SendMessage`) on a resource, and
 * on the partition keys `of` which a call to a table is.
 */
export function isAllowed(
  fn: LocalFunction,
  action: string,
  resource: string,
  of: readonly string[] = [],
): Promise<boolean> {
  let known = decisions.get(fn);
  if (known === undefined) decisions.set(fn, (known = new Map()));
  const keys = alike(fn, of);
  const key = JSON.stringify([action, resource, keys]);
  let decision = known.get(key);
  if (decision === undefined) {
    const asked = { action: nameInIam(action), resource, keys };
    known.set(key, (decision = decide(fn, asked)));
  }
  return decision;
}

/**
 * Keys for which a role decides the same, so that a decision is not made for each item anew: where
 * all that it says of keys are beginnings, a key stands for all that begin as it does.
 */
function alike(fn: LocalFunction, keys: readonly string[]): string[] {
  const patterns = fn.statements.flatMap((one) => leadingKeyPatterns(one.Condition));
  const beginnings = patterns.map((one) => one.slice(0, -1));
  const isBeginning = (one: string, index: number) =>
    one === `${beginnings[index]}*` && !/[*?$]/.test(beginnings[index]!);
  if (!patterns.every(isBeginning)) return [...keys];
  const longest = (key: string) =>
    beginnings
      .filter((one) => key.startsWith(one))
      .reduce((longer, one) => (one.length > longer.length ? one : longer), '') || key;
  return [...new Set(keys.map(longest))];
}

/** What a condition says of the partition keys of a call to a table. */
export function leadingKeyPatterns(condition: unknown): string[] {
  const operators = Object.values(
    (condition ?? {}) as Record<string, Record<string, string | string[]>>,
  );
  return operators.flatMap((keys) => [keys[leadingKeys] ?? []].flat());
}

async function decide(
  fn: LocalFunction,
  { action, resource, keys }: { action: string; resource: string; keys: readonly string[] },
): Promise<boolean> {
  const phone = resource === anyPhone;
  const statements = phone ? fn.statements.filter(reachesPhones) : fn.statements;
  if (statements.length === 0) return false;
  const { overallResult } = (await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/${fn.id}`,
        action,
        resource: { resource: phone ? '*' : resource, accountId: account },
        // The simulator's `*` stops at a line's end, that of AWS does not.
        contextVariables:
          keys.length === 0 ? {} : { [leadingKeys]: keys.map((one) => one.replace(/\s/g, ' ')) },
      },
      identityPolicies: [
        { name: fn.name, policy: { Version: '2012-10-17', Statement: statements } },
      ],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )) as { overallResult?: string };
  return overallResult === 'Allowed';
}

function reachesPhones(statement: Statement): boolean {
  if (statement.NotResource !== undefined) return true;
  return [statement.Resource].flat().includes('*');
}

const pollerActions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/** AWS polls a queue in the name of the function's role, and makes no event source without this. */
export async function requirePollers(
  functions: readonly LocalFunction[],
  mappings: readonly Mapping[],
): Promise<void> {
  for (const { functionId, queueArn } of mappings) {
    const fn = functions.find(({ id }) => id === functionId)!;
    for (const action of pollerActions) {
      if (await isAllowed(fn, `sqs:${action}`, queueArn)) continue;
      throw new Error(`the role of ${fn.name} does not allow sqs:${action} on ${queueArn}`);
    }
  }
}
