import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './file-system';

/** Where process ids mean the same: this machine since it was started, and on Linux this container. */
const place = [
  hostname(),
  attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  attempt(() => readlinkSync('/proc/self/ns/pid')),
].join(' ');

/** Only Linux tells; elsewhere the name of the machine has to do. */
function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** What a lock says about who holds it, so that nobody waits for the dead. */
export function ownerMark(): Uint8Array {
  return new TextEncoder().encode(`${process.pid} ${place}`);
}

/**
 * Whether whoever wrote this mark is known to be dead. False for marks of other machines and for what is no mark: their
 * owners may be alive.
 */
export function isOwnerDead(mark: Uint8Array): boolean {
  const [, id, where] = /^(\d{1,10}) (.*)$/s.exec(new TextDecoder().decode(mark)) ?? [];
  if (id === undefined || where !== place) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return errorCode(error) === 'ESRCH';
  }
}
