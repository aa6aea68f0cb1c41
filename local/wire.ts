import type { ServerResponse } from 'node:http';

export type Service = 'dynamodb' | 'sqs' | 'sns';

/** Answers with an error in the service's own format, so that the SDK takes it for the real one. */
export function refusal(
  response: ServerResponse,
  service: Service,
  status: number,
  code: string,
): void {
  const message = `${code} (local stack)`;
  if (service === 'sns') {
    response.writeHead(status, { 'content-type': 'text/xml' });
    const type = status < 500 ? 'Sender' : 'Receiver';
    response.end(
      `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
    );
    return;
  }
  const prefix = service === 'dynamodb' ? 'com.amazonaws.dynamodb.v20120810' : 'com.amazonaws.sqs';
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify({ __type: `${prefix}#${code}`, message }));
}
