import type { Alert } from '../domain/alert.ts';

export function hasEnded(alert: Alert): boolean {
  return alert.status === 'resolved' || alert.status === 'cancelled';
}
