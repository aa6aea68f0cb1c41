/**
 * What a script was asked for, as `parse` reads it. `--help` prints the usage and ends with 0; an
 * option that nobody knows ends with 2, before anything has begun.
 */
export function orUsage<Parsed extends { values: { help?: boolean } }>(
  usage: string,
  parse: () => Parsed,
): Parsed {
  let parsed: Parsed;
  try {
    parsed = parse();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage.trimEnd()}\n`);
    process.exit(2);
  }
  if (!parsed.values.help) return parsed;
  process.stdout.write(`${usage.trimEnd()}\n`);
  process.exit(0);
}
