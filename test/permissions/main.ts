import { explained } from './explained.ts';
import { report } from './report.ts';
import { forgetUsed, readUsed } from './used.ts';

/** `forget` before the stories, `report` after them. */
const [what] = process.argv.slice(2);
if (what === 'forget') forgetUsed();
else {
  const { used, leftOver, stale, ...counts } = report(readUsed(), explained);
  print(`permissions: ${used} needed by a story, ${counts.explained} explained`);
  for (const one of leftOver) {
    print(`${one}, and no story needed it: take it out of lib/, tell a story, or explain it`);
  }
  for (const one of stale) {
    print(`${one} is explained in test/permissions/explained.ts, and nothing is left to explain`);
  }
  if (leftOver.length + stale.length > 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
