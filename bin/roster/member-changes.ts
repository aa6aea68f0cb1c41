import type { Certificate, Member } from '../../lambdas/domain/team.ts';
import { type Change, fieldChanges, match } from './compare.ts';
import { anyValue, maskPhone } from './words.ts';

export function memberChanges(before: Member[], after: Member[]): Change[] {
  const { added, removed, kept, reordered } = match(before, after, (one) => one.responderId);
  return [
    ...added.map((one): Change => ({ sign: '+', says: introduction(one) })),
    ...removed.map((one): Change => ({ sign: '-', says: who(one) })),
    ...kept.flatMap(([old, now]): Change[] => {
      const details = fieldChanges(old, now, { phone: phoneChange, certificates });
      return details.length === 0 ? [] : [{ sign: '~', says: who(now), details }];
    }),
    ...(reordered ? [{ sign: '~' as const, says: 'members in another order' }] : []),
  ];
}

function who({ name, responderId }: Member): string {
  return `${name} (${responderId})`;
}

function introduction(member: Member): string {
  const courses = member.certificates.map(certificateWords);
  return [
    `${who(member)}: ${anyValue(member.roles)}`,
    `phone ${maskPhone(member.phone)}`,
    ...(courses.length === 0 ? ['no certificate'] : courses),
  ].join('; ');
}

function phoneChange(before: string, after: string): string[] {
  const [old, now] = [maskPhone(before), maskPhone(after)];
  return [old === now ? `phone: another one that ends in ${now}` : `phone ${old} → ${now}`];
}

function certificates(before: Certificate[], after: Certificate[]): string[] {
  const sameCourse = (one: Certificate) => JSON.stringify([one.course, one.services]);
  const { added, removed, kept, reordered } = match(before, after, sameCourse);
  return [
    ...added.map((one) => `new certificate: ${certificateWords(one)}`),
    ...removed.map((one) => `no longer: ${certificateWords(one)}`),
    ...kept.flatMap(([old, now]) => {
      const changes = fieldChanges(old, now, {
        expiresOn: (was, is) => [`until ${was} → ${is}`],
        issuedOn: (was, is) => [`from ${was} → ${is}`],
      });
      const what = old.expiresOn < now.expiresOn ? 'renewed' : 'changed';
      const course = `certificate ${now.course}${forServices(now)}`;
      return changes.length === 0 ? [] : [`${course} ${what}: ${changes.join(', ')}`];
    }),
    ...(reordered ? ['certificates in another order'] : []),
  ];
}

function certificateWords(held: Certificate): string {
  return `${held.course}${forServices(held)} until ${held.expiresOn}`;
}

function forServices({ services }: Certificate): string {
  return services === 'all' ? '' : ` for ${anyValue(services)}`;
}
