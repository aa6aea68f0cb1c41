import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { run } from './roster/run.ts';

const { stdin, stdout, stderr } = process;

/** Y or yes is one; every other answer, and none at all, is a no. */
async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stdout });
  // Ctrl-C and Ctrl-D leave the cursor behind the question.
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('\n')));
  try {
    const typed = lines.question(`${question} [y/N] `).catch(() => '\n');
    const answer = await Promise.race([typed, closed]);
    if (answer === '\n') stdout.write(answer);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** npm runs scripts in the project's folder, whatever folder they were called from. */
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
const cwd = (script === 'roster' ? calledFrom : undefined) ?? process.cwd();

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  cwd,
  now: Date.now,
  fetch,
  out: (text) => void stdout.write(`${text}\n`),
  err: (text) => void stderr.write(`${styleText('red', text, { stream: stderr })}\n`),
  ...(stdin.isTTY && stdout.isTTY && { ask }),
  // Leaves text as it is where the stream is no terminal, or NO_COLOR is set.
  paint: (style, text) => styleText(style, text, { stream: stdout }),
});
