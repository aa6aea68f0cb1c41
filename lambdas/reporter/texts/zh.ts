import type { ViewTexts } from './texts.ts';

export const zh: ViewTexts = {
  now: {
    open: '您的呼叫已经保存。我们正在联系受过培训的工作人员。',
    unanswered: '还没有工作人员接手这次呼叫。我们仍在联系他们。',
    exhausted: '还没有工作人员接手这次呼叫。负责人已收到通知。',
    acknowledged: '一位工作人员已经接手这次呼叫。',
    resolved: '这次呼叫已经结束。',
    cancelled: '这次呼叫已经取消。',
  },
  next: {
    toldOnce: '工作人员会读到您已经说过的内容，您无需重复。',
    contactKnown: '工作人员只用您说过的安全方式与您联系。',
    contactUnknown: '在知道安全的方式之前，不会有人给您打电话或发消息。',
    again: '如果您需要我们，随时可以再次按下按钮。',
  },
  ifNobody: {
    untilTaken:
      '如果没有人接手，我们会联系下一位工作人员，然后是整个团队和负责人，反复进行，直到有人接手。',
    thenSupervisor: '如果没有人接手，我们会联系下一位工作人员和团队负责人，之后通知主管。',
    acknowledged: '如果这位工作人员无法继续，我们会另找一位。',
  },
  expect: {
    step: '下一步最晚在上一步之后{wait}开始。',
    open: '帮助到达的准确时间我们还不知道。',
    acknowledged: '工作人员与您联系的准确时间我们还不知道。',
  },
  quiet: { going: '处理中。', resolved: '已完成。', cancelled: '已取消。' },
  checkIn: {
    question: '您得到帮助了吗？',
    options: {
      helped: '得到了，有帮助',
      not_helped: '得到了，但没有帮上',
      not_yet: '还没有',
      need_help: '我仍然需要帮助',
      not_now: '我现在不想回答',
    },
  },
  quietCheckIn: {
    question: '都办好了吗？',
    options: {
      helped: '办好了',
      not_helped: '还差一点',
      not_yet: '还没有',
      need_help: '我还需要一些东西',
      not_now: '稍后',
    },
  },
};
