/**
 * Reads what a function is configured with, once, at its cold start: a missing value fails the
 * deployment's first call and not the first alert that needs it.
 */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`the environment variable ${name} is missing; the stack sets it`);
  }
  return value;
}
