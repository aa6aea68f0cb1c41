/** The place of a stack's line, `index.mjs:12:34`, with no name that could be somebody's words. */
const place = /^ {4}at .*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/gm;

/**
 * What may be logged of an error: its kind and where AWS can look it up. Never its text, which can
 * hold a phone number (SNS) or what a person wrote (JSON), and has several lines at the top of the stack.
 */
export function errorFacts(error: unknown): Record<string, string | number | undefined> {
  if (!(error instanceof Error)) return { error: typeof error };
  const meta = (error as { $metadata?: { requestId?: string; httpStatusCode?: number } }).$metadata;
  const places = Array.from(error.stack?.matchAll(place) ?? [], ([, found]) => found);
  return {
    error: error.name,
    awsRequestId: meta?.requestId,
    httpStatus: meta?.httpStatusCode,
    where: places.slice(0, 3).join(' ') || undefined,
  };
}
