/**
 * What may be logged of an error: its kind and where AWS can look it up. Never its text, which can
 * hold a phone number (SNS) or what a person wrote (JSON).
 */
export function errorFacts(error: unknown): Record<string, string | number | undefined> {
  if (!(error instanceof Error)) return { error: typeof error };
  const meta = (error as { $metadata?: { requestId?: string; httpStatusCode?: number } }).$metadata;
  return {
    error: error.name,
    awsRequestId: meta?.requestId,
    httpStatus: meta?.httpStatusCode,
    // A stack begins with the error's text, which may have several lines of its own.
    where: error.stack
      ?.match(/^ {4}at .+$/gm)
      ?.slice(0, 3)
      .join(' ')
      .trim(),
  };
}
