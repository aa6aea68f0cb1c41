import type { ViewTexts } from './texts.ts';

export const ja: ViewTexts = {
  now: {
    open: '呼び出しは保存されました。研修を受けた担当者に連絡しています。',
    unanswered: 'まだ担当者が引き受けていません。引き続き連絡しています。',
    exhausted: 'まだ担当者が引き受けていません。責任者に知らせました。',
    acknowledged: '担当者がこの呼び出しを引き受けました。',
    resolved: 'この呼び出しは終了しました。',
    cancelled: 'この呼び出しは取り消されました。',
  },
  next: {
    toldOnce: '担当者はこれまでのお話を読みますので、繰り返す必要はありません。',
    contactKnown: '担当者は、安全だと伺った方法でのみご連絡します。',
    contactUnknown: '安全な方法が分かるまで、こちらから電話やメッセージをすることはありません。',
    again: '必要なときは、いつでももう一度ボタンを押せます。',
  },
  ifNobody: {
    untilTaken:
      '引き受ける人がいない場合は次の担当者に、続いてチーム全員と責任者に、引き受けられるまで繰り返し連絡します。',
    thenSupervisor:
      '引き受ける人がいない場合は次の担当者とチームの責任者に連絡し、その後、管理者に知らせます。',
    acknowledged: 'その担当者が続けられない場合は、別の担当者を探します。',
  },
  expect: {
    step: '次の段階は、遅くとも前の段階の{wait}後に始まります。',
    open: '助けが届く正確な時刻は、まだ分かっていません。',
    acknowledged: '担当者がご連絡する正確な時刻は、まだ分かっていません。',
  },
  quiet: { going: '処理中です。', resolved: '完了しました。', cancelled: '取り消しました。' },
  checkIn: {
    question: '助けは届きましたか。',
    options: {
      helped: '届き、助けになりました',
      not_helped: '届きましたが、助けになりませんでした',
      not_yet: 'まだ届いていません',
      need_help: 'まだ助けてほしいです',
      not_now: '今は答えたくありません',
    },
  },
  quietCheckIn: {
    question: '問題なく済みましたか。',
    options: {
      helped: 'はい',
      not_helped: '十分ではありません',
      not_yet: 'まだです',
      need_help: 'まだ必要なことがあります',
      not_now: '後にします',
    },
  },
};
