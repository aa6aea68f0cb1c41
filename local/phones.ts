import { DatabaseSync } from 'node:sqlite';

export interface Sms {
  at: string;
  text: string;
  senderId: string | null;
}

export interface PhoneState {
  /** SNS refuses a phone that has opted out. */
  optedOut: boolean;
  /** SNS refuses what is no number. */
  invalid: boolean;
  /** SNS says yes and nothing arrives, as it does once the spend limit is reached. */
  silent: boolean;
}

/** The phones that SMS arrive at, on disk. */
export class Phones {
  private readonly db: DatabaseSync;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`
      pragma journal_mode = wal;
      create table if not exists sms
        (id integer primary key, phone text not null, at text not null, text text not null, sender text);
      create index if not exists sms_phone on sms (phone);
      create table if not exists state
        (phone text primary key, opted_out integer, invalid integer, silent integer);
    `);
  }

  receive(phone: string, sms: Sms): void {
    this.db
      .prepare('insert into sms (phone, at, text, sender) values (?, ?, ?, ?)')
      .run(phone, sms.at, sms.text, sms.senderId);
  }

  /** Oldest first. */
  messages(phone: string): Sms[] {
    const rows = this.db
      .prepare('select at, text, sender from sms where phone = ? order by id')
      .all(phone) as { at: string; text: string; sender: string | null }[];
    return rows.map(({ at, text, sender }) => ({ at, text, senderId: sender }));
  }

  numbers(): string[] {
    const rows = this.db.prepare('select distinct phone from sms order by phone').all();
    return rows.map((row) => String(row.phone));
  }

  state(phone: string): PhoneState {
    const row = this.db.prepare('select * from state where phone = ?').get(phone);
    return {
      optedOut: row?.opted_out === 1,
      invalid: row?.invalid === 1,
      silent: row?.silent === 1,
    };
  }

  setState(phone: string, change: Partial<PhoneState>): PhoneState {
    const state = { ...this.state(phone), ...change };
    this.db
      .prepare('insert or replace into state values (?, ?, ?, ?)')
      .run(phone, Number(state.optedOut), Number(state.invalid), Number(state.silent));
    return state;
  }

  close(): void {
    this.db.close();
  }
}
