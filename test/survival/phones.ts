import { demoTeam } from '../../local/seed.ts';
import { tiers } from '../../lambdas/domain/policy.ts';
import type { Sms } from '../support/city.ts';
import type { Caller } from './caller.ts';

interface Phone {
  phone: string;
  messages: Sms[];
}

const members = tiers.flatMap((tier) => demoTeam(tier).members);

/** The phones of all responders, as they were when the stack last showed them. */
export class Phones {
  private readonly caller: Caller;
  private phones: Phone[] = [];

  constructor(caller: Caller) {
    this.caller = caller;
  }

  async look(): Promise<void> {
    const answer = await this.caller.send({ method: 'GET', path: '/_local/phones' });
    if (answer?.status === 200) this.phones = JSON.parse(answer.text) as Phone[];
  }

  /** The SMS about an alert, each with whom it came to; oldest first for each of them. */
  about(alertId: string): (Sms & { responderId: string })[] {
    const link = `/p/${alertId.slice('alr_'.length)}`;
    return this.phones.flatMap(({ phone, messages }) => {
      const { responderId } = members.find((member) => member.phone === phone)!;
      return messages
        .filter((sms) => sms.text.includes(link))
        .map((sms) => ({ ...sms, responderId }));
    });
  }
}
