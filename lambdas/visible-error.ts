/** What was wrong with one field, and what is allowed there. */
export interface FieldError {
  field: string;
  detail: string;
  /** Where it breaks a rule of care: its number, what breaks it, and what to do about it. */
  rule?: number;
  matched?: string;
  instead?: string;
}

/** An error that the caller may see; every other one is answered as an opaque 500 with an id. */
export class VisibleError extends Error {
  override name = 'VisibleError';
  readonly status: 400 | 403 | 404 | 409 | 412 | 413 | 428 | 503;
  readonly errors: FieldError[];

  constructor(status: VisibleError['status'], detail: string, errors: FieldError[] = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}
