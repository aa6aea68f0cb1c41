/** What a stage is deployed with: the `stages` of cdk.json's context, by name. */
export interface StageConfig {
  stage: string;
  region: string;
  /** The JWT issuer (https URL) and audience of the apps' and the staff's tokens. */
  issuer: string;
  audience: string;
  /** What an SMS comes from: 3 to 11 letters and digits, registered with the carriers. */
  senderId: string;
  /** Where SMS go out while SNS is out in `region`. */
  smsFallbackRegion: string;
  /** Where alarms are mailed; without it they are seen in the console alone. */
  alarmEmail?: string;
  /** How long an alert is kept after it was last pressed. */
  retentionDays: number;
  /** How long the words of a report and the wishes of contact are kept. */
  wordsRetentionDays: number;
  /** The account's monthly SMS spend limit in SNS; AWS starts every account with 1 USD. */
  smsMonthlyLimitUsd: number;
}

const defaults = {
  region: 'ap-southeast-3',
  retentionDays: 400,
  wordsRetentionDays: 180,
  smsMonthlyLimitUsd: 1,
};

const aRegion = { holds: matches(/^[a-z]{2}(-[a-z]+)+-\d$/) };

const rules: Record<keyof StageConfig, { allowed: string; holds: (value: unknown) => boolean }> = {
  stage: { allowed: '1 to 20 of a-z, 0-9 and -', holds: matches(/^[a-z0-9-]{1,20}$/) },
  region: { allowed: 'an AWS region, such as ap-southeast-3', ...aRegion },
  issuer: {
    allowed: 'a URL that begins with https:// (or http://localhost)',
    holds: matches(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/),
  },
  audience: { allowed: 'a string that is not empty', holds: matches(/./) },
  senderId: {
    allowed: '3 to 11 letters and digits, at least one letter',
    holds: matches(/^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/),
  },
  smsFallbackRegion: { allowed: 'an AWS region other than `region`', ...aRegion },
  alarmEmail: {
    allowed: 'an e-mail address, or leave it out',
    holds: (value) => value === undefined || matches(/^\S+@\S+$/)(value),
  },
  retentionDays: { allowed: 'a whole number from 1 to 3650', holds: wholeBetween(1, 3650) },
  wordsRetentionDays: { allowed: 'a whole number from 1 to 3650', holds: wholeBetween(1, 3650) },
  smsMonthlyLimitUsd: {
    allowed: 'a number above 0',
    holds: (value) => typeof value === 'number' && value > 0,
  },
};

/** The stage's configuration; an error names the field and what is allowed there. */
export function readStage(
  stages: unknown,
  stage: string,
  replaced: Partial<StageConfig> = {},
): StageConfig {
  const known = (stages ?? {}) as Record<string, Partial<StageConfig>>;
  if (!Object.hasOwn(known, stage) && Object.keys(replaced).length === 0) {
    const names = Object.keys(known).join(', ') || 'none';
    throw new Error(`stage "${stage}" is not in the context "stages" (there: ${names})`);
  }
  const said = { ...defaults, ...known[stage], ...replaced, stage };
  const smsFallbackRegion = said.region === 'ap-southeast-1' ? 'ap-southeast-3' : 'ap-southeast-1';
  const config = { smsFallbackRegion, ...said };
  for (const field of Object.keys(config)) {
    if (!Object.hasOwn(rules, field)) {
      const allowed = Object.keys(rules).join(', ');
      throw new Error(`stages.${stage}.${field} is not known (allowed: ${allowed})`);
    }
  }
  for (const [field, rule] of Object.entries(rules)) {
    const value = config[field as keyof StageConfig];
    const isOwnRegion = field === 'smsFallbackRegion' && value === config.region;
    if (!rule.holds(value) || isOwnRegion) {
      throw new Error(
        `stages.${stage}.${field} is ${JSON.stringify(value)}, must be ${rule.allowed}`,
      );
    }
  }
  return config as StageConfig;
}

/** What a deploy would go through with and an alert would not: by setting, in words for a warning. */
export function leftOpen({ stage, issuer, alarmEmail }: StageConfig): Record<string, string> {
  const open: Record<string, string> = {};
  const at = `cdk.json, stages.${stage}`;
  if (/^https:\/\/([^/]*\.)?example\.(com|org|net)\b/.test(issuer)) {
    open.issuer = `${at}.issuer is a placeholder: every press would be refused. Set the issuer of your apps' tokens.`;
  }
  if (stage === 'prod' && alarmEmail === undefined) {
    open.alarmEmail = `${at}.alarmEmail is not set: alarms would be mailed to nobody.`;
  }
  return open;
}

function matches(pattern: RegExp) {
  return (value: unknown) => typeof value === 'string' && pattern.test(value);
}

function wholeBetween(least: number, most: number) {
  return (value: unknown) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
