/**
 * Where somebody is: a country (ISO 3166-1, two letters) and, in Indonesia, the regency or city by
 * the code of Kemendagri (`31.74`), or as much of it as is known (`31` is the province).
 */
export interface Region {
  country?: string;
  regency?: string;
}

/** Whether a regency lies in one of these areas, each a regency or a whole province. */
export function liesIn(regency: string | undefined, areas: readonly string[]): boolean {
  return areas.some((area) => regency === area || regency?.startsWith(`${area}.`));
}
