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

/**
 * For the table, whose p99.9 is far below a second: what does not answer is out, and a press or a
 * page has another way to go, which must not begin later than a few seconds on.
 */
export const tableConfig = {
  ...clientConfig,
  maxAttempts: 2,
  requestHandler: { ...clientConfig.requestHandler, requestTimeout: 1_000 },
};

/** For the queues: past them there is another way to the pagers, which must not begin late either. */
export const queueConfig = tableConfig;

/** For SNS: a try may have sent an SMS though it fails, so the SDK makes no second one by itself. */
export const smsConfig = { ...clientConfig, maxAttempts: 1 };
