import { fold } from './fold.ts';
import type { Locale } from './locales.ts';

/** Written by themselves, these end the contact in every locale: people in need mix languages. */
const plainStops: Readonly<Record<Locale, readonly string[]>> = {
  id: ['berhenti', 'stop', 'setop', 'hentikan', 'sudahi', 'akhiri'],
  en: ['stop', 'end', 'quit', 'end this'],
  zh: ['停', '停止', '停下', '别说了', '結束', '结束', '够了'],
  ja: ['やめて', 'やめる', '止めて', '中止', '終わり', 'ストップ'],
  ar: ['توقف', 'توقفي', 'أوقف', 'قف', 'كفى', 'إنهاء'],
  fr: ['stop', 'arrêt', 'arrêtez', 'arrête', 'arrêter', 'fin'],
};
const stops = new Set(Object.values(plainStops).flatMap((words) => words.map(bare)));

/** Whether a message says stop and nothing else: an everyday word, or the one that was agreed on. */
export function isStop(message: string, agreedWord: string | undefined): boolean {
  const said = bare(message);
  return said !== '' && (stops.has(said) || said === bare(agreedWord ?? ''));
}

/**
 * Whether a message holds the agreed word, wherever it stands. An everyday word counts only where
 * it is the whole message, agreed on or not: "he did not stop" tells what happened.
 */
export function holdsStop(message: string, agreedWord: string | undefined): boolean {
  const said = bare(message);
  const agreed = bare(agreedWord ?? '');
  if (agreed === '' || stops.has(agreed)) return isStop(message, agreedWord);
  const spaced = !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(agreed);
  return (
    isStop(message, agreed) ||
    (spaced ? ` ${said} `.includes(` ${agreed} `) : said.includes(agreed))
  );
}

/** Letters and digits alone, with one space between words. */
function bare(text: string): string {
  return fold(text)
    .text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
