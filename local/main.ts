import { parseArgs } from 'node:util';
import { startLocal } from './start.ts';

const usage =
  'npm start -- [--data DIR] [--fresh] [--stage STAGE]   (PORT says where, 3000 by default)';

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', default: '.siaga' },
        fresh: { type: 'boolean', default: false },
        stage: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

const { data, fresh, stage, help } = readArguments();
if (help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`PORT is ${process.env.PORT}, must be a whole number from 0 to 65535\n`);
  process.exit(2);
}

try {
  const local = await startLocal({
    port,
    dataDir: data,
    fresh,
    stage,
    progress: (doing) => process.stdout.write(`${doing}\n`),
  });
  process.stdout.write(`ready ${local.url}\n`);
  const stop = () => {
    void local.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
