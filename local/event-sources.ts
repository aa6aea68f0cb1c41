import { setTimeout as sleep } from 'node:timers/promises';
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
import { account } from './arns.ts';

/** Batches that hang do not hold up the end of the stack; their messages come back (ms). */
const patience = 3_000;

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
      await Promise.race([Promise.all(loops), sleep(patience, undefined, { ref: false })]);
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
      if (running.size >= mapping.maxConcurrency) await Promise.race(running);
    } catch (error) {
      if (signal.aborted) break;
      process.stderr.write(`polling ${mapping.queueName}: ${String(error)}\n`);
      await sleep(1_000);
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
      messageAttributes: attributesOf(message),
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
    const failed = (answer?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
    // Lambda counts a report that names no message of the batch as the failure of all of them.
    return failed.every((id) => all.has(id)) ? new Set(failed) : all;
  } catch {
    return all;
  }
}

type RecordAttributes = SQSEvent['Records'][0]['messageAttributes'];

function attributesOf({ MessageAttributes = {} }: Message): RecordAttributes {
  return Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType as RecordAttributes[string]['dataType'],
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  );
}
