import { writeFileSync } from 'node:fs';
import { licencesFile, licencesPage } from './licences/page.ts';
import { refused } from './licences/policy.ts';
import { readPackages } from './licences/read.ts';

/** `npm run licences` writes docs/licences.md, and fails where a licence is not one that we take. */
const packages = readPackages();
writeFileSync(licencesFile, licencesPage(packages));
process.stdout.write(`docs/licences.md: ${packages.length} packages with their licences\n`);
for (const { name, version, licence } of refused(packages)) {
  process.stderr.write(`${name} ${version} is under ${licence}: see bin/licences/policy.ts\n`);
  process.exitCode = 1;
}
