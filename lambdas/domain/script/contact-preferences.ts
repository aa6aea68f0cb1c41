import * as z from 'zod';

/** Ways to reach a person. Each of them can light up a phone that somebody else is looking at. */
export const channels = ['call', 'voicemail', 'sms', 'whatsapp', 'chat', 'email'] as const;
export type Channel = (typeof channels)[number];

const timeOfDay = z.string().regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day, HH:MM');

/** Local times of day; the end is not included, and where it is before `from` it is the next day's. */
const hours = z.strictObject({ from: timeOfDay, to: timeOfDay });
export type Hours = z.infer<typeof hours>;

/** How a person may be reached. What is missing is not known, and what is not known is a no. */
export const preferencesSchema = z.strictObject({
  /** Nobody gets in touch, in any way, until the person says otherwise. */
  silent: z.boolean().optional(),
  channels: z.array(z.enum(channels)).max(10).optional(),
  safeHours: z.union([z.literal('any'), z.array(hours).max(10)]).optional(),
  voicemail: z.boolean().optional(),
  ifCallDrops: z.enum(['call_back', 'message', 'wait_for_me']).optional(),
});
export type ContactPreferences = z.infer<typeof preferencesSchema>;

const channelNames: Record<string, Channel> = { phone: 'call', wa: 'whatsapp', app: 'chat' };

/**
 * What an app sent as `contact` or `preferences`, in whatever shape: `channel` or `channels`,
 * `safeHours` as one or several. A field that cannot be used is left out, and thereby a no.
 */
export function readPreferences(sent: unknown): ContactPreferences {
  if (typeof sent !== 'object' || sent === null) return {};
  const fields = sent as Record<string, unknown>;
  const read = (name: keyof ContactPreferences, value: unknown) => {
    const result = preferencesSchema.shape[name].safeParse(value);
    return result.success && result.data !== undefined ? { [name]: result.data } : {};
  };
  const named = [fields.channels ?? fields.channel]
    .flat()
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.toLowerCase());
  const known = named
    .map((one) => channelNames[one] ?? one)
    .filter((one): one is Channel => channels.some((channel) => channel === one));
  const { safeHours } = fields;
  const asList = safeHours === undefined || safeHours === 'any' ? safeHours : [safeHours].flat();
  return {
    ...read('silent', fields.silent),
    ...(known.length > 0 && { channels: known }),
    ...read('safeHours', asList),
    ...read('voicemail', fields.voicemail),
    ...read('ifCallDrops', fields.ifCallDrops),
  };
}
