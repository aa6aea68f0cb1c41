/** Indonesian is the source; the others are translations of it. */
export const locales = ['id', 'en', 'zh', 'ja', 'ar', 'fr'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The nearest locale that there is for a language tag (`zh-TW`, `en_GB`); Indonesian where none is. */
export function localeOf(tag: string | undefined): Locale {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === 'in') return 'id'; // Android's old name of Indonesian
  return isLocale(language) ? language : 'id';
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
