import type { Noticed } from './hunt.ts';
import type { Change } from './mutate.ts';

/** A remedy that is taken out. */
export interface Mutant extends Change {
  without: string;
  /** What notices. */
  caughtBy: Noticed;
  /** In which of the floods; in any where absent. */
  flood?: string;
}

const change = 'lambdas/change.ts';
const alert = 'lambdas/domain/alert.ts';
const escalation = 'lambdas/domain/escalation.ts';
const publish = 'lambdas/pager/publish.ts';
const pager = 'lambdas/pager/page.ts';
const pacing = 'lambdas/domain/pacing.ts';
const look = 'lambdas/pager/look.ts';
const press = 'lambdas/press/press.ts';
const pastTheQueue = 'lambdas/past-the-queue.ts';
const outAtMostOne = 'one service out, and paged at once';
const joining = 'lambdas/domain/press.ts';
const response = 'lambdas/domain/response.ts';
const pressAgain = 'a press again brings help sooner';
const declined = 'who declines is not waited for';
const table = 'test/simulation/world/table.ts';

export const mutants: readonly Mutant[] = [
  {
    without: 'the condition on the version',
    file: table,
    replace: [
      ['if (this.rows.get(alert.alertId)?.version !== alert.version - 1) return false;', ''],
    ],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'the condition that there is no alert yet',
    file: table,
    replace: [['if (this.rows.has(alert.alertId)) return false;', '']],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'the condition when somebody takes an alert',
    file: 'lambdas/act.ts',
    replace: [
      [
        '    ports.store,\n',
        `    {
          ...ports.store,
          save: async (one) =>
            (await ports.store.save(one)) ||
            ports.store.save({
              ...one,
              version: (await ports.store.load(one.alertId)).version + 1,
            }),
        },
        `,
      ],
    ],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'reading again after a conflict',
    file: change,
    replace: [['    before = await store.load(id);\n  }', '  }']],
    caughtBy: 'one SMS a step, one more a fault',
  },
  {
    without: 'deciding again after a conflict',
    file: change,
    replace: [
      ['const after = decide(before);', 'const after = again(before);'],
      [
        '  for (let attempt',
        `  let first;
        const again = (read) => ({ ...(first ??= decide(read)), version: read.version + 1 });
        for (let attempt`,
      ],
    ],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'the sweeper',
    file: 'lambdas/sweeper/sweep.ts',
    replace: [['await ports.store.overdue(tier, before, limit)', '[]']],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'the sweeper\u2019s messages, which have no turn',
    file: escalation,
    replace: [['if (hint.turn !== undefined && hint.turn', 'if (hint.turn']],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'publishing before recording',
    file: pager,
    replace: [
      [
        'const { settled, step } = await lookAt(ports, alert, { ...found, team });',
        `const { planStep } = await import('../domain/escalation.ts');
        const first = planStep(alert, { ...found, team }, now);
        const asSent = first.recipients.map((one) => ({ ...one, result: 'sent' }));
        await save(ports, alert, (current) => recordStep(current, first, asSent, now));
        return void (await publish(ports, alert, team, first.recipients));
        let settled, step;`,
      ],
    ],
    caughtBy: 'the timeline is true',
  },
  {
    without: 'sending the message of the next turn',
    file: pager,
    replace: [
      [
        'if (changed && changed.after.turn !== changed.before.turn) await sendHint(ports, changed.after);',
        '',
      ],
    ],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'looking at when a step is due',
    file: escalation,
    replace: [['if (waitMs > earlyTolerance) {', 'if (false) {']],
    caughtBy: 'no step before it is due',
  },
  {
    without: 'putting back what comes early',
    file: pager,
    replace: [['return sendHint(ports, alert);', 'return;']],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'dropping what names an earlier turn',
    file: escalation,
    replace: [
      ["if (hint.turn !== undefined && hint.turn !== alert.turn) return { do: 'nothing' };", ''],
    ],
    caughtBy: 'one SMS a step, one more a fault',
  },
  {
    without: 'leaving alone what somebody has taken',
    file: escalation,
    replace: [
      ["if (alert.status !== 'acknowledged') return { do: 'page' };", "return { do: 'page' };"],
    ],
    caughtBy: 'no step once it is taken',
  },
  {
    without: 'the time-out of what somebody has taken',
    file: escalation,
    replace: [
      ["{ do: 'tell_owner' } : { do: 'time_out' }", "{ do: 'tell_owner' } : { do: 'nothing' }"],
    ],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'the certificate',
    file: 'lambdas/domain/recipients.ts',
    replace: [['courses.every((course) => isCertified(member, { course, service, day }))', 'true']],
    caughtBy: 'tier 1 reaches the certified',
  },
  {
    without: 'the lead as the last resort',
    file: escalation,
    replace: [['recipients: leads, lastResort: true', 'recipients: [], lastResort: true']],
    caughtBy: 'every due responder is paged',
  },
  {
    without: 'trying again what SNS could not take',
    file: escalation,
    replace: [['overtaken || tries >= retryWaits.length', 'true']],
    caughtBy: 'the timeline is true',
  },
  {
    without: 'recording pages that were overtaken',
    file: escalation,
    replace: [
      [
        'return next(alert, { pages: change.pages, held: waitOn }, ...entries);\n  }\n\n  if (step',
        'return alert;\n  }\n\n  if (step',
      ],
    ],
    caughtBy: 'the timeline is true',
  },
  {
    without: 'care for what is under way already',
    file: alert,
    replace: [[' || Math.abs(alert.dueAt - now) <= underWay', '']],
    caughtBy: 'one SMS a step, one more a fault',
  },
  {
    without: 'the alarm that nobody answers',
    file: publish,
    replace: [["if (plan.unanswered) telemetry.count('AlertUnanswered', alert.tier);", '']],
    caughtBy: 'the alarm stands',
  },
  {
    without: 'the alarm that nobody is on call',
    file: publish,
    replace: [["if (plan.nobodyOnCall) telemetry.count('NobodyOnCall', alert.tier);", '']],
    caughtBy: 'the alarm stands',
  },
  {
    without: 'refusing a second taker',
    file: 'lambdas/domain/response.ts',
    replace: [
      [
        "if (alert.owner !== undefined && !owns && takesIt(action)) return { refused: 'taken', alert };",
        '',
      ],
    ],
    caughtBy: 'no step once it is taken',
  },
  {
    without: 'storing before answering',
    file: press,
    replace: [
      [
        'if (await ports.store.create(opened)) {',
        'if (ports.store.create(opened).catch(() => {})) {',
      ],
    ],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'knowing a press that comes again',
    file: press,
    replace: [['knownPress(alert, facts.pressId) ? alert : joinPress', 'joinPress']],
    caughtBy: 'one alert a reporter and trip',
  },
  {
    without: 'the id from reporter and trip',
    file: 'lambdas/domain/ids.ts',
    replace: [["of.tripId === undefined ? ['press'", "true ? ['press'"]],
    caughtBy: 'one alert a reporter and trip',
  },
  {
    without: 'writing what the queue kept',
    file: pager,
    replace: [
      [
        'kept ? await putBack(ports, { alert: kept, isStored }, found.alert) : found.alert',
        'found.alert',
      ],
    ],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'sending back what the queue kept and cannot be written',
    file: 'lambdas/pager/outage.ts',
    replace: [['await sendOn(ports, hint, tableRetrySeconds);', '']],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'keeping who took the alert while the queue had it',
    file: 'lambdas/domain/rescue.ts',
    replace: [['isUntouched(stored, kept) &&', '']],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'paging what a message carries while the table is out',
    file: pager,
    replace: [
      ['return pageWithoutTable(ports, tier, hint);', 'return ports.queue.send(tier, hint, 5);'],
    ],
    caughtBy: outAtMostOne,
  },
  {
    without: 'carrying what paging needs where the press was stored',
    file: 'lambdas/hint.ts',
    replace: [['alert.version === 1 && { opened: { ...alert, location: undefined } }', '{}']],
    caughtBy: outAtMostOne,
  },
  {
    without: 'the bound on the age of what a first message says',
    file: 'lambdas/pager/outage.ts',
    replace: [[' && Math.abs(now - opened.openedAt) < newFor', '']],
    caughtBy: 'no step once it is taken',
  },
  {
    without: 'waiting for the table once somebody has the link of what it holds',
    file: 'lambdas/pager/outage.ts',
    replace: [['return isStored && alert.pages', 'return false && alert.pages']],
    caughtBy: 'no step once it is taken',
  },
  {
    without: 'calling the pager past a queue that is out',
    file: pastTheQueue,
    replace: [
      ['await (outage.isOn ? call().catch(enqueue) : enqueue().catch(call));', 'await enqueue();'],
    ],
    caughtBy: outAtMostOne,
  },
  {
    without: 'keeping in a queue, or nowhere, what no table has',
    file: pastTheQueue,
    replace: [[' || hint.alert !== undefined', '']],
    caughtBy: 'nothing said is lost',
  },
  {
    without: 'the second region',
    file: 'lambdas/two-regions.ts',
    replace: [['[bySecond, byFirst] : [byFirst, bySecond]', '[byFirst] : [byFirst]']],
    caughtBy: outAtMostOne,
  },
  {
    without: 'claiming a digest',
    file: pacing,
    replace: [['pace, responderId, { ...last, claimedAt: now }', 'pace, responderId, last']],
    caughtBy: 'one digest in half a minute',
  },
  {
    without: 'the half minute between digests',
    file: pacing,
    replace: [['if (since < digestEvery && !inVain) {', 'if (since < 1_000) {']],
    caughtBy: 'one digest in half a minute',
  },
  {
    without: 'noticing that SNS limits the rate',
    file: 'lambdas/pager/pressure.ts',
    replace: [['this.throttles.count(now) >= manyThrottled', 'false']],
    caughtBy: 'SMS are few',
  },
  {
    without: 'noticing that a lane is late',
    file: 'lambdas/pager/pressure.ts',
    replace: [['(most >= manyPages && this.lates.count(now) >= manyLate)', 'false']],
    caughtBy: 'SMS are few',
    flood: '600 presses in a minute, an SNS that takes two seconds, and few pagers at once',
  },
  {
    without: 'noticing that pages pile up',
    file: pacing,
    replace: [['heightOf(piled, one, now) >= pile.tooHigh', 'false']],
    caughtBy: 'SMS are few',
    flood: '15,000 presses in a minute, five pagers, and an SNS that takes all',
  },
  {
    without: 'telling the other pagers of pages',
    file: 'lambdas/pager/pacer.ts',
    replace: [['pileUp(pace, pages, beginning, now)', 'undefined']],
    caughtBy: 'SMS are few',
    flood: '15,000 presses in a minute, five pagers, and an SNS that takes all',
  },
  {
    without: 'holding back in a flood while the table is out',
    file: 'lambdas/pager/pressure.ts',
    replace: [['if (this.isHolding(now) && ', 'if (now < 0 && ']],
    caughtBy: 'SMS are few',
    flood: '4,000 presses in a minute, and a table that is out for two',
  },
  {
    without: 'keeping a flood going that lasts',
    file: 'lambdas/pager/pressure.ts',
    replace: [['return this.waits.count(now) >= manyWaiting;', 'return false;']],
    caughtBy: 'SMS are few',
  },
  {
    without: 'the first page at once',
    file: pacing,
    replace: [
      ['const since = now - (last?.sentAt ?? 0);', 'const since = now - (last?.sentAt ?? now);'],
    ],
    caughtBy: 'the first page goes out at once',
  },
  {
    without: 'those who come back for the digest',
    file: look,
    replace: [
      [
        'const dueAt = comesBack ? verdict.until : now() + noHurry;',
        'const dueAt = now() + noHurry;',
      ],
    ],
    caughtBy: 'what waits is told of in a digest',
  },
  {
    without: 'counting the digests, so that a first page covers what waits',
    file: pacing,
    replace: [["+ (kind === 'digest' ? 1 : 0)", '+ 1']],
    caughtBy: 'what waits is told of in a digest',
  },
  {
    without: 'the next step while a page waits',
    file: escalation,
    replace: [
      [
        'const dueAt = Math.min(nextStepAt, ...held.map((one) => one.dueAt));',
        'const dueAt = Math.max(nextStepAt, ...held.map((one) => one.dueAt));',
      ],
    ],
    caughtBy: 'no step waits for a digest',
  },
  {
    without: 'recording what a digest told of',
    file: escalation,
    replace: [
      ["if (known === undefined || known.result === 'pending') return page;", 'return page;'],
    ],
    caughtBy: 'no press of a flood is lost',
  },
  {
    without: 'the end of a policy\u2019s rounds',
    file: 'lambdas/domain/policy.ts',
    replace: [['if (repeat.rounds !== null && round >= repeat.rounds) return undefined;', '']],
    caughtBy: 'a policy bounds its rounds',
  },
  {
    without: 'going on with tier 1 after a cancel',
    file: 'lambdas/domain/cancel.ts',
    replace: [['if (alert.tier > 1) {', 'if (now > 0) {']],
    caughtBy: 'a cancel never stops tier 1',
  },
  {
    without: 'the next step at once where no page went out',
    file: escalation,
    replace: [['reached || step.lastOfRound ?', 'now > 0 ?']],
    caughtBy: 'a failed step costs no wait',
  },
  {
    without: 'hurrying on at a press again',
    file: joining,
    replace: [['alert.dueAt > now ? hurryOn(alert, now) : {}', 'alert.dueAt > now ? {} : {}']],
    caughtBy: pressAgain,
  },
  {
    without: 'ten seconds between a page and a press that hurries on',
    file: joining,
    replace: [['now - moved >= hurryAtMostEveryMs && ', '']],
    caughtBy: pressAgain,
  },
  {
    without: 'opening again at a press what had ended',
    file: joining,
    replace: [['...(ended || worse ? startPaging', '...(worse ? startPaging']],
    caughtBy: pressAgain,
  },
  {
    without: 'hurrying on once all have declined',
    file: response,
    replace: [['asked && allDeclined ? hurryOn(alert, now) : {}', '{}']],
    caughtBy: declined,
  },
  {
    without: 'waiting for those who have not declined',
    file: response,
    replace: [['asked && allDeclined ?', 'asked ?']],
    caughtBy: declined,
  },
  {
    without: 'the turns of messages that come at once',
    file: 'lambdas/pager/in-turn.ts',
    replace: [['before === undefined ? what() : before.then(what, what)', 'what()']],
    caughtBy: 'one pager pages once a step',
  },
];
