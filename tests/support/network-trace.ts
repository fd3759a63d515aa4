/** What a process has asked the system to do with a socket. */
export interface SocketCall {
  readonly call: string;
  /** `AF_INET`, `AF_UNIX` …; of a socket that was opened before, the family that its protocol belongs to. */
  readonly family: string;
  /** The line of the trace, for people. */
  readonly line: string;
}

/** How strace must be started for its lines to be read here; the file for them comes behind it. */
export const straceArguments = ['-f', '-yy', '--seccomp-bpf', '-qq', '-e', 'trace=network', '-o'];

/** Between processes of one machine; and the system's own news of its interfaces. Neither leaves the machine. */
const local = new Set(['AF_UNIX', 'AF_LOCAL', 'AF_NETLINK']);

/** What makes a socket a way out or in. Reading the options and the name of one does not. */
const calls = new Set([
  'socket',
  'connect',
  'bind',
  'listen',
  'accept',
  'accept4',
  'sendto',
  'sendmsg',
  'sendmmsg',
]);

/** The calls of a trace that are about anything but this machine. A family that is not known counts as outside. */
export function outsideCalls(trace: string): SocketCall[] {
  return trace.split('\n').flatMap((line) => {
    const [, call = '', rest = ''] = /^\d+\s+(\w+)\((.*)/.exec(line) ?? [];
    if (!calls.has(call)) return [];
    const family = familyOf(call, rest);
    return family === null || local.has(family) ? [] : [{ call, family, line: `${call}(${rest}` }];
  });
}

/** null: a call on a socket of which the line says nothing, as for a pipe that was closed meanwhile. */
function familyOf(call: string, rest: string): string | null {
  if (call === 'socket') return /^(\w+)/.exec(rest)?.[1] ?? null;
  const address = /sa_family=(\w+)/.exec(rest)?.[1];
  if (address) return address;
  const protocol = /^\d+<([A-Za-z]\w*)/.exec(rest)?.[1];
  if (!protocol || /^(?:UNIX|NETLINK|socket)/.test(protocol)) return null;
  return `AF_INET (${protocol})`;
}

/**
 * Chromium asks for the names of the network interfaces (SIOCGIFNAME, SIOCGIWNAME) through a datagram socket that it
 * neither binds nor connects nor sends on, because Linux answers that question on any socket. Nothing leaves by it.
 */
export function isInterfaceQuestion({ call, line }: SocketCall): boolean {
  return call === 'socket' && /^socket\(AF_INET6?, SOCK_DGRAM(?:\||,)/.test(line);
}

/** Whether anything was sent, or could be: a datagram that left, or a connection of any kind to a stream socket. */
export function leaves({ call, line }: SocketCall): boolean {
  if (call.startsWith('send')) return true;
  return /SOCK_STREAM|SOCK_RAW|<TCP/.test(line) || ['listen', 'accept', 'accept4'].includes(call);
}
