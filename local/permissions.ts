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

/** Whether the function's role in the template allows `action` (`sqs:SendMessage`) on a resource. */
export function isAllowed(fn: LocalFunction, action: string, resource: string): Promise<boolean> {
  let known = decisions.get(fn);
  if (known === undefined) decisions.set(fn, (known = new Map()));
  const key = `${action} ${resource}`;
  let decision = known.get(key);
  if (decision === undefined) known.set(key, (decision = decide(fn, nameInIam(action), resource)));
  return decision;
}

async function decide(fn: LocalFunction, action: string, resource: string): Promise<boolean> {
  const phone = resource === anyPhone;
  const statements = phone ? fn.statements.filter(reachesPhones) : fn.statements;
  if (statements.length === 0) return false;
  const { overallResult } = (await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/${fn.id}`,
        action,
        resource: { resource: phone ? '*' : resource, accountId: account },
        contextVariables: {},
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
