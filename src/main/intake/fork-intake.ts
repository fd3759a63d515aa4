import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { intakeMemory, type ReadingProcess } from './intake-service';

/** Starts the process that reads files. It gets nothing of this one's environment: it needs none of it. */
export function forkIntake(): ReadingProcess {
  return utilityProcess.fork(join(app.getAppPath(), 'out/main/intake-process.js'), [], {
    serviceName: 'marbre-intake',
    execArgv: [`--max-old-space-size=${intakeMemory}`],
    env: {},
  });
}
