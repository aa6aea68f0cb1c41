/** What a use case can ask of the world. */
export type Port =
  | 'create'
  | 'load'
  | 'save'
  | 'loadForPaging'
  | 'overdue'
  | 'keep'
  | 'loadPace'
  | 'savePace'
  | 'send'
  | 'call'
  | 'sms'
  | 'sms elsewhere'
  | 'topic';

/** What can befall a call. The plain ones come before its effect, `after` ones once it took place. */
export type Fault =
  | 'fails'
  | 'fails after'
  /** The worker is gone with all that it was about to do; what it had sent off arrives. */
  | 'dies'
  | 'dies after'
  /** No answer comes until the function's time is up, and then the worker dies. */
  | 'hangs'
  | 'hangs after'
  // What a queue does to a message that it has accepted
  | 'lost'
  | 'doubled'
  | 'early'
  | 'late'
  // What SNS says of an SMS: never to this number; yes, and sends nothing
  | 'refused'
  | 'silent';

const reads = ['fails', 'dies', 'hangs'] as const;
const writes = ['fails', 'fails after', 'dies', 'dies after', 'hangs', 'hangs after'] as const;

/** What a read or an event for machines leaves behind is nothing, so before and after are the same. */
export const faultsOf: Readonly<Record<Port, readonly Fault[]>> = {
  create: writes,
  load: reads,
  save: writes,
  loadForPaging: reads,
  overdue: reads,
  keep: writes,
  loadPace: reads,
  savePace: writes,
  send: [...writes, 'lost', 'doubled', 'early', 'late'],
  call: [...writes, 'lost', 'doubled', 'late'],
  sms: [...writes, 'refused', 'silent'],
  'sms elsewhere': [...writes, 'refused', 'silent'],
  topic: reads,
};

/** Nobody may notice these: not a page more than a second late, not one SMS too many of a step. */
export const harmless: ReadonlySet<Fault> = new Set(['doubled', 'early']);

/** SNS is one service in the first region and another in the second. */
export const services = ['table', 'queue', 'sns', 'sns elsewhere', 'lambda'] as const;
export type Service = (typeof services)[number];

/** Which service answers a call. */
export function serviceOf(port: Port): Service {
  if (port === 'send') return 'queue';
  if (port === 'call') return 'lambda';
  if (port === 'sms elsewhere') return 'sns elsewhere';
  return port === 'sms' || port === 'topic' ? 'sns' : 'table';
}

/** Says what befalls the n-th call (from 1) of a life. */
export type FaultAt = (call: number, port: Port) => Fault | undefined;
