/** Signs that stand for a letter where they are written inside a word. */
const signs: Readonly<Record<string, string>> = { '@': 'a', $: 's' };
/** Written inside words and no part of them. */
const silent = new Set(["'", '’', '‘', 'ʼ', '`']);
/** Pictures that say a word. */
const pictures: Readonly<Record<string, string>> = { '🆘': 'sos' };

/**
 * One sign of a text as it is compared: small letters without accents, full-width and mathematical
 * letters as plain ones. Empty where it counts for nothing inside a word, undefined where it parts words.
 */
export function foldCluster(cluster: string): string | undefined {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return cluster;
    if (code >= 65 && code <= 90) return cluster.toLowerCase();
    if (code === 42) return cluster;
    if (silent.has(cluster)) return '';
    if (code < 128) return signs[cluster];
  }
  const picture = pictures[cluster];
  if (picture !== undefined) return picture;
  const bare = cluster
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  if (bare === '') return '';
  return /^[\p{L}\p{N}]+$/u.test(bare) ? bare : undefined;
}
