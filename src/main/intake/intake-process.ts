import { evidenceText } from '#core/claims/evidence-text';
import { failure } from '#core/failure';
import { readIncoming } from '#storage/read-incoming';
import { logBug } from '../log-bug';
import type { IntakeAnswer, IntakeQuestion } from './protocol';

/** What runs in the process that reads files: bytes in, plain data out. It is given no path and opens no file. */
process.parentPort.on('message', ({ data }: { data: IntakeQuestion }) => {
  process.parentPort.postMessage(reply(data));
});

function reply(question: IntakeQuestion): IntakeAnswer {
  try {
    return answerTo(question);
  } catch (error) {
    logBug(`intake ${question.method}`, error);
    return failure('internal');
  }
}

function answerTo(question: IntakeQuestion): IntakeAnswer {
  if (question.method === 'read') {
    const { file, now, options } = question.input;
    return readIncoming(file, now, options);
  }
  const { bytes, extension, name } = question.input;
  return evidenceText(bytes, extension, name);
}
