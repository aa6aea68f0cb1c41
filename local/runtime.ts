import { isMainThread, parentPort, workerData } from 'node:worker_threads';

/** Runs in a function's worker: what Lambda's runtime does around a handler. */
export interface Invoke {
  id: string;
  event: unknown;
  /** Epoch ms */
  deadline: number;
}

export type Outcome =
  | { id: string; result: unknown }
  | { id: string; error: { name: string; message: string } };

export interface RuntimeData {
  /** The module that holds the handler, and the name that it exports it by. */
  file: string;
  exported: string;
  arn: string;
}

if (!isMainThread) {
  const { file, exported, arn } = workerData as RuntimeData;
  const code = import(file) as Promise<
    Record<string, (event: unknown, context: object) => unknown>
  >;
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME!;
  const contextOf = ({ id, deadline }: Invoke) => ({
    awsRequestId: id,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  });

  parentPort!.on('message', (invoke: Invoke) => {
    const { id, event } = invoke;
    code
      .then((module) => module[exported]!(event, contextOf(invoke)))
      .then(
        (result): Outcome => ({ id, result }),
        (error: unknown): Outcome => {
          const { name, message } = error instanceof Error ? error : new Error(String(error));
          return { id, error: { name, message } };
        },
      )
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      .then((outcome) => parentPort!.postMessage(outcome))
      // A result that cannot be handed over: Lambda fails such a call, and so does a dead worker.
      .catch(() => process.exit(1));
  });
}
