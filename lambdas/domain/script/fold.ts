/** A text made comparable, with where each of its UTF-16 units comes from. */
export interface Folded {
  text: string;
  /** `origin[i]` is the offset in the original of what became unit i; one more entry ends it. */
  origin: number[];
}

const sameSign: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '؟': '?',
  '،': ',',
  '、': ',',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  œ: 'oe',
};

/**
 * Small letters without accents, vowel signs, invisible characters and the look-alikes that
 * keyboards differ in, so that one pattern finds all spellings of a word. Japanese voicing marks
 * stay: they tell words apart.
 */
export function fold(original: string): Folded {
  let text = '';
  const origin: number[] = [];
  for (const { 0: cluster, index } of original.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const folded = foldCluster(cluster);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
  }
  origin.push(original.length);
  return { text, origin };
}

function foldCluster(cluster: string): string {
  const bare = cluster
    .normalize('NFKD')
    .replaceAll(/(?![\u3099\u309A])[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return bare.replaceAll(/./gsu, (char) => sameSign[char] ?? (/\s/u.test(char) ? ' ' : char));
}
