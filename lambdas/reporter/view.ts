import type { Alert } from '../domain/alert.ts';
import { emergencyNumbers } from '../domain/numbers.ts';

const next = {
  id: {
    open: 'Kami sedang menghubungi petugas yang terlatih sampai ada yang mengambil panggilan ini.',
    acknowledged: 'Petugas sudah mengambil panggilan ini.',
    resolved: 'Panggilan ini sudah diselesaikan. Tekan tombol lagi bila Anda membutuhkan kami.',
    cancelled: 'Panggilan ini dibatalkan. Tekan tombol lagi bila Anda membutuhkan kami.',
  },
  en: {
    open: 'We are calling trained staff until one of them takes this call.',
    acknowledged: 'A member of staff has taken this call.',
    resolved: 'This call has ended. Press the button again if you need us.',
    cancelled: 'This call was cancelled. Press the button again if you need us.',
  },
};

/** The reporter's own view: who helps, by first name only, and what happens next. */
export function reporterView(alert: Alert) {
  const words = next[alert.locale === 'en' ? 'en' : 'id'];
  // After a cancel the phone shows a cancelled alert and nothing of what goes on behind it.
  const status = alert.shown?.status ?? alert.status;
  const helper = alert.shown?.status === undefined ? alert.owner : undefined;
  return {
    alertId: alert.alertId,
    tier: alert.shown?.tier ?? alert.tier,
    status,
    openedAt: new Date(alert.openedAt).toISOString(),
    presses: alert.pressCount,
    helper: helper && { firstName: helper.name.split(' ')[0] },
    next: words[status],
    emergencyNumbers,
  };
}
