import type { Outage } from './outage.ts';
import type { Sms } from './ports.ts';

/**
 * SMS through a first region, and through a second while the first does not take them. Where only the
 * answer of the first is lost, an SMS goes out twice, which is better than not at all.
 */
export function twoRegions(
  [first, second]: readonly [Sms, Sms],
  { outage, fellOver }: { outage: Outage; fellOver: () => void },
): Sms {
  return {
    async publish(phone, text) {
      const byFirst = async () => {
        const result = await first.publish(phone, text);
        if (result === 'pending') outage.begin();
        return result;
      };
      const bySecond = async () => {
        const result = await second.publish(phone, text);
        if (result === 'sent') fellOver();
        // The number may be fine and only this region refuse it, which has opt-outs of its own.
        return result === 'failed' ? 'pending' : result;
      };
      for (const publish of outage.isOn ? [bySecond, byFirst] : [byFirst, bySecond]) {
        const result = await publish();
        if (result !== 'pending') return result;
      }
      return 'pending';
    },
  };
}
