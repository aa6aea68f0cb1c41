import { type Life, supervisor } from './life.ts';

/** What becomes of an alert, each in its own way; whoever can act at once does. */
export const lives: Record<string, (life: Life) => Promise<void>> = {
  async 'pressed again and again, and nobody takes it'(life) {
    await life.press();
    await life.press();
    await life.report();
    await life.locate();
    await life.press();
  },

  async 'taken by the link, and kept'(life) {
    await life.press();
    const primary = await life.byLink('primary');
    await Promise.all([
      life.press().then(() => life.locate()),
      primary('acknowledge').then(() => primary('notes', { text: 'on my way', noteId: '1' })),
    ]);
    await life.report();
  },

  async 'cancelled at once'(life) {
    await life.press();
    await life.locate();
    await life.cancel();
  },

  async 'taken through the staff API, noted by two at once, and ended'(life) {
    await life.press();
    const [secondary, boss] = [life.byStaff('secondary'), life.byStaff(supervisor)];
    await secondary('acknowledge');
    await Promise.all([
      secondary('notes', { text: 'calling', noteId: '1' }),
      boss('notes', { text: 'watching', noteId: '1' }),
      life.press(),
    ]);
    await secondary('resolve', { outcome: 'person_safe' });
  },

  async 'handed back, and taken by the next'(life) {
    await life.press();
    const primary = await life.byLink('primary');
    await primary('acknowledge');
    await Promise.all([primary('notes', { text: 'cannot go', noteId: '1' }), life.locate()]);
    const handedBack = Date.now();
    await primary('release');
    const secondary = await life.byLink('secondary', handedBack);
    await secondary('acknowledge');
  },

  async 'declined, and nobody takes it'(life) {
    await life.press();
    const primary = await life.byLink('primary');
    await Promise.all([primary('decline'), life.report()]);
  },

  async 'taken by the link, and then cancelled'(life) {
    await life.press();
    const primary = await life.byLink('primary');
    await Promise.all([primary('acknowledge'), life.press()]);
    await life.cancel();
  },

  async 'handed back through the staff API, and nobody takes it'(life) {
    await life.press();
    const standBy = life.byStaff('stand-by');
    await standBy('acknowledge');
    await standBy('release');
    await life.press();
  },

  async 'ended before anybody has taken it'(life) {
    await life.press();
    await life.byStaff(supervisor)('resolve', { outcome: 'false_alarm' });
  },

  async 'taken by the link, noted and ended'(life) {
    await life.press();
    const primary = await life.byLink('primary');
    await primary('acknowledge');
    await Promise.all([
      primary('notes', { text: 'is safe', noteId: '1' }),
      life.report(),
      life.byStaff(supervisor)('notes', { text: 'thanks', noteId: '1' }),
    ]);
    await primary('resolve', { outcome: 'person_safe' });
  },
};
