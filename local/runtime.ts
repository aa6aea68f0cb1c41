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

if (!isMainThread) {
  const { file, exported } = workerData as { file: string; exported: string };
  const code = import(file) as Promise<
    Record<string, (event: unknown, context: object) => unknown>
  >;
  parentPort!.on('message', ({ id, event, deadline }: Invoke) => {
    const context = {
      awsRequestId: id,
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      getRemainingTimeInMillis: () => deadline - Date.now(),
      callbackWaitsForEmptyEventLoop: false,
    };
    code
      .then((module) => module[exported]!(event, context))
      .then(
        (result): Outcome => ({ id, result }),
        (error: unknown): Outcome => {
          const { name, message } = error instanceof Error ? error : new Error(String(error));
          return { id, error: { name, message } };
        },
      )
      .then((outcome) => parentPort!.postMessage(outcome))
      .catch(() => process.exit(1));
  });
}
