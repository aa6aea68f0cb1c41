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
  return {
    alertId: alert.alertId,
    tier: alert.tier,
    status: alert.status,
    openedAt: new Date(alert.openedAt).toISOString(),
    presses: alert.pressCount,
    helper: alert.owner && { firstName: alert.owner.name.split(' ')[0] },
    next: words[alert.status],
    emergencyNumbers,
  };
}
