/** What a role allows and no story's call needs, and why it is there. */
export interface Explained {
  /** A function's name, any where absent. */
  function?: string;
  /** `*` stands for any text. */
  action: string;
  why: string;
}

const poller = 'Lambda itself polls the queue in the name of the function that it feeds.';

export const explained: readonly Explained[] = [
  { action: 'logs:*', why: 'Lambda itself writes the log in the name of the function.' },
  {
    action: 'kms:*',
    why: 'DynamoDB itself uses the table’s key in the name of the function, which may not (kms:ViaService).',
  },
  ...['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'].map(
    (action) => ({ function: 'pager', action: `sqs:${action}`, why: poller }),
  ),
  { function: 'pager', action: 'sqs:GetQueueUrl', why: poller },
];
