import type { Member } from '../team.ts';
import type { Wishes } from '../wishes.ts';

/** Rotas are kept by people, who write a gender as they speak. */
const genders = {
  female: ['female', 'f', 'woman', 'perempuan', 'wanita', 'p'],
  male: ['male', 'm', 'man', 'laki-laki', 'pria', 'l'],
} as const satisfies Record<string, readonly string[]>;

/**
 * Of those who could help, the ones that the person would choose: by gender, and by language where
 * that leaves anybody. A wish never leaves somebody without help, so where nobody fits, all are meant.
 */
export function chosenResponders(members: readonly Member[], wishes: Wishes): Member[] {
  const { responderGender, language } = wishes;
  const byGender = orAll(
    members,
    ({ gender = '' }) => responderGender === undefined || isCalled(responderGender, gender),
  );
  return orAll(
    byGender,
    ({ languages }) => language === undefined || (languages?.includes(language) ?? false),
  );
}

function orAll(members: readonly Member[], fits: (member: Member) => boolean): Member[] {
  const fitting = members.filter(fits);
  return fitting.length > 0 ? fitting : [...members];
}

function isCalled(wished: keyof typeof genders, gender: string): boolean {
  return genders[wished].some((name) => name === gender.toLowerCase());
}
