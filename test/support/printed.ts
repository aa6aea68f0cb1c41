/** What is written to stdout and stderr while `act` runs: all that Lambda would log. */
export async function printed(act: () => unknown): Promise<string> {
  const texts: string[] = [];
  const { stdout, stderr } = process;
  const write = { out: stdout.write, err: stderr.write };
  const keep = (chunk: string | Uint8Array) => {
    // The test runner reports to its parent in bytes, on the same stream.
    if (typeof chunk !== 'string') return false;
    texts.push(chunk);
    return true;
  };
  stdout.write = ((...args: Parameters<typeof write.out>) =>
    keep(args[0]) || write.out.apply(stdout, args)) as typeof stdout.write;
  stderr.write = ((...args: Parameters<typeof write.err>) =>
    keep(args[0]) || write.err.apply(stderr, args)) as typeof stderr.write;
  try {
    await act();
  } finally {
    stdout.write = write.out;
    stderr.write = write.err;
  }
  return texts.join('');
}
