/** Signs that stand for a letter where letters are on both sides; a star stands for any. */
export const letterSigns: ReadonlySet<string> = new Set(['@', '$', '*']);
const meant: Readonly<Record<string, string>> = { '@': 'a', $: 's', '*': '*', '🆘': 'sos' };
/** Written inside words and no part of them. */
const silent = new Set(["'", '’', '‘', 'ʼ', '`']);

/**
 * One sign of a text as it is compared: small letters without accents, full-width and mathematical
 * letters as plain ones. Empty where it counts for nothing inside a word, null where it parts words.
 */
export function foldSign(sign: string): string | null {
  if (sign.length === 1) {
    const code = sign.charCodeAt(0);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return sign;
    if (code >= 65 && code <= 90) return sign.toLowerCase();
  }
  if (silent.has(sign)) return '';
  const letters = meant[sign];
  if (letters !== undefined) return letters;
  if (sign.length === 1 && sign.charCodeAt(0) < 128) return null;
  const bare = sign
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return bare === '' || /^[\p{L}\p{N}]+$/u.test(bare) ? bare : null;
}

export function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
