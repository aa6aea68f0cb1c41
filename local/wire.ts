import { randomUUID } from 'node:crypto';

export type Service = 'dynamodb' | 'sqs' | 'sns' | 'lambda';

/** An answer of the front door, an engine's or its own. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

export type Refusal = 'denied' | 'throttled' | 'broken' | 'unknown';

/** What each service really calls its errors, so that the SDK's retries treat them alike. */
const codes: Record<Service, Record<Refusal, [status: number, code: string]>> = {
  dynamodb: {
    denied: [400, 'AccessDeniedException'],
    throttled: [400, 'ThrottlingException'],
    broken: [500, 'InternalServerError'],
    unknown: [400, 'UnrecognizedClientException'],
  },
  sqs: {
    denied: [403, 'AccessDeniedException'],
    throttled: [403, 'RequestThrottled'],
    broken: [500, 'InternalFailure'],
    unknown: [403, 'InvalidClientTokenId'],
  },
  sns: {
    denied: [403, 'AuthorizationError'],
    throttled: [400, 'Throttling'],
    broken: [500, 'InternalError'],
    unknown: [403, 'InvalidClientTokenId'],
  },
  lambda: {
    denied: [403, 'AccessDeniedException'],
    throttled: [429, 'TooManyRequestsException'],
    broken: [500, 'ServiceException'],
    unknown: [403, 'UnrecognizedClientException'],
  },
};

/** An error in the service's own format. */
export function refusal(service: Service, kind: Refusal, message: string): Answer {
  const [status, code] = codes[service][kind];
  if (service === 'sns') return snsError(status, code, message);
  if (service === 'lambda') return lambdaError(status, code, message);
  const prefix = service === 'dynamodb' ? 'com.amazonaws.dynamodb.v20120810' : 'com.amazonaws.sqs';
  const fault = status < 500 ? 'Sender' : 'Receiver';
  return {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      ...(service === 'sqs' && { 'x-amzn-query-error': `${code};${fault}` }),
    },
    body: JSON.stringify({ __type: `${prefix}#${code}`, message }),
  };
}

function lambdaError(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      'x-amzn-errortype': code,
    },
    body: JSON.stringify({ Type: status < 500 ? 'User' : 'Service', Message: message }),
  };
}

/** Lambda keeps the event; what comes of it the caller never hears. */
export function lambdaTook(): Answer {
  return { status: 202, headers: { 'x-amzn-requestid': randomUUID() }, body: '' };
}

const sns = 'http://sns.amazonaws.com/doc/2010-03-31/';

export function snsError(status: number, code: string, message: string): Answer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  return xml(
    status,
    (id) =>
      `<ErrorResponse xmlns="${sns}"><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
  );
}

export function snsPublished(): Answer {
  return xml(
    200,
    (id) =>
      `<PublishResponse xmlns="${sns}"><PublishResult><MessageId>${id}</MessageId></PublishResult><ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></PublishResponse>`,
  );
}

function xml(status: number, bodyOf: (id: string) => string): Answer {
  const id = randomUUID();
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
    body: bodyOf(id),
  };
}
