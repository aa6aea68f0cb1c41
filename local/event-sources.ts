import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { anyCredentials } from './engines.ts';
import type { Functions } from './functions.ts';
import type { Mapping } from './stack.ts';
import { account } from './template.ts';

/** No more batches at once than one machine has use for, whatever the template allows Lambda. */
const mostBatches = 16;

export interface EventSources {
  close(): Promise<void>;
}

/** Hands what arrives in the queues to the functions, as Lambda's pollers do. */
export function pollQueues(of: {
  mappings: Mapping[];
  functions: Functions;
  messaging: string;
  region: string;
}): EventSources {
  const { messaging, region } = of;
  const client = new SQSClient({
    endpoint: messaging,
    region,
    credentials: anyCredentials,
    maxAttempts: 1,
  });
  const closing = new AbortController();
  const loops = of.mappings.map((mapping) =>
    poll({ ...of, client, mapping, signal: closing.signal }),
  );
  return {
    async close() {
      closing.abort();
      await Promise.all(loops);
      client.destroy();
    },
  };
}

interface Poll {
  mapping: Mapping;
  functions: Functions;
  client: SQSClient;
  messaging: string;
  region: string;
  signal: AbortSignal;
}

async function poll(of: Poll): Promise<void> {
  const { mapping, client, signal } = of;
  const queueUrl = `${of.messaging}/${account}/${mapping.queueName}`;
  const running = new Set<Promise<void>>();
  while (!signal.aborted) {
    try {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: Math.min(10, mapping.batchSize),
          WaitTimeSeconds: 5,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
        { abortSignal: signal },
      );
      if (Messages.length === 0) continue;
      const batch = handOver(of, queueUrl, Messages).finally(() => running.delete(batch));
      running.add(batch);
      if (running.size >= Math.min(mostBatches, mapping.maxConcurrency))
        await Promise.race(running);
    } catch (error) {
      if (signal.aborted) break;
      process.stderr.write(`polling ${mapping.queueName}: ${String(error)}\n`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  await Promise.allSettled(running);
}

/** What the function did not report as failed is deleted; the rest comes back by itself. */
async function handOver(of: Poll, queueUrl: string, messages: Message[]): Promise<void> {
  const failed = await failedOf(of, messages);
  const done = messages.filter((message) => !failed.has(message.MessageId!));
  if (done.length === 0) return;
  try {
    await of.client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: done.map((message, index) => ({
          Id: String(index),
          ReceiptHandle: message.ReceiptHandle,
        })),
      }),
    );
  } catch (error) {
    process.stderr.write(`deleting from ${of.mapping.queueName}: ${String(error)}\n`);
  }
}

async function failedOf(of: Poll, messages: Message[]): Promise<Set<string>> {
  const event: SQSEvent = {
    Records: messages.map((message) => ({
      messageId: message.MessageId!,
      receiptHandle: message.ReceiptHandle!,
      body: message.Body!,
      attributes: (message.Attributes ?? {}) as unknown as SQSEvent['Records'][0]['attributes'],
      messageAttributes: {},
      md5OfBody: message.MD5OfBody!,
      eventSource: 'aws:sqs',
      eventSourceARN: of.mapping.queueArn,
      awsRegion: of.region,
    })),
  };
  const all = new Set(messages.map((message) => message.MessageId!));
  try {
    const answer = (await of.functions.invoke(of.mapping.functionId, event)) as
      | SQSBatchResponse
      | undefined;
    if (!of.mapping.reportsFailures) return new Set();
    return new Set((answer?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
  } catch {
    return all;
  }
}
