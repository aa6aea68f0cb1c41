import { startLocal } from '../../local/start.ts';

const [assembly, dataDir, port] = process.argv.slice(2) as [string, string, string];
const local = await startLocal({ assembly, dataDir, port: Number(port), demoTeams: false });
process.stdout.write(`ready ${local.url}\n`);
process.once('SIGTERM', () => void local.close().then(() => process.exit(0)));
