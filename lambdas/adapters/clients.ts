/**
 * What every client of AWS is built with. A call that hangs must fail long before its function's
 * own time-out, since what follows it (the next try, the answer) is worth more than its result;
 * without `throwOnRequestTimeout` the SDK would only warn.
 */
export const clientConfig = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 2_000,
    throwOnRequestTimeout: true,
  },
};
