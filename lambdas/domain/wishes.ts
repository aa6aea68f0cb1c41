/** By whom a person would be helped: part of the alert, since it decides who is paged. No words. */
export interface Wishes {
  responderGender?: 'female' | 'male';
  /** The first part of a language tag, such as `en`. */
  language?: string;
}

/** Who else is to be there. */
export type Companion = 'own' | 'responder' | 'nobody';

const companions: readonly unknown[] = ['own', 'responder', 'nobody'] satisfies Companion[];

/**
 * The wishes in what an app sent as `contact` and `preferences`; what cannot be used is left out.
 * The function that takes a press reads them too, so there is no schema library in here.
 */
export function readWishes(...sent: (Record<string, unknown> | undefined)[]): Wishes {
  const fields = Object.assign({}, ...sent) as Record<string, unknown>;
  const gender = fields.responderGender ?? fields.gender;
  const [language] =
    typeof fields.language === 'string'
      ? (/^[a-z]{2,3}\b/.exec(fields.language.toLowerCase()) ?? [])
      : [];
  return {
    ...((gender === 'female' || gender === 'male') && { responderGender: gender }),
    ...(language !== undefined && { language }),
  };
}

export function readCompanion(sent: Record<string, unknown>): Companion | undefined {
  return companions.includes(sent.companion) ? (sent.companion as Companion) : undefined;
}

/** Undefined where nothing is wished, so that an alert without wishes holds none. */
export function orNone(wishes: Wishes): Wishes | undefined {
  return Object.keys(wishes).length === 0 ? undefined : wishes;
}
