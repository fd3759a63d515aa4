import { describe, expect, it } from 'vitest';
import { isInterfaceQuestion, leaves, outsideCalls } from '../../support/network-trace';

const trace = `
10 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<UNIX-STREAM:[77]>
10 connect(3<UNIX-STREAM:[77]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0
10 sendmsg(3<UNIX-STREAM:[77->78]>, {msg_name=NULL, msg_namelen=0}, 0) = 4
10 sendto(56<NETLINK:[ROUTE:10]>, [{ifa_family=AF_UNSPEC, ...}], 17, 0, {sa_family=AF_NETLINK, nl_pid=0}, 12) = 17
10 recvmsg(20<TCP:[127.0.0.1:1->127.0.0.1:2]>, {msg_namelen=0}, 0) = -1 EAGAIN
11 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP <unfinished ...>
11 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 9<TCP:[5]>
11 connect(9<TCP:[5]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16 <unfinished ...>
11 connect(8<UDP:[6]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 0
11 sendto(8<UDP:[192.0.2.9:1->192.0.2.1:53]>, "x", 1, 0, NULL, 0) = 1
11 socket(AF_VSOCK, SOCK_DGRAM, 0) = 12
`;

describe('reading what strace has seen', () => {
  const found = outsideCalls(trace);

  it('leaves out what stays on the machine, and keeps everything else, also what it does not know', () => {
    expect(found.map(({ call, family }) => `${call} ${family}`)).toEqual([
      'socket AF_INET6',
      'socket AF_INET',
      'connect AF_INET',
      'connect AF_INET',
      'sendto AF_INET (UDP)',
      'socket AF_VSOCK',
    ]);
  });

  it('takes only a datagram socket of the internet for a question about interfaces', () => {
    expect(found.map(isInterfaceQuestion)).toEqual([true, false, false, false, false, false]);
  });

  it('tells what leaves from what is only looked up', () => {
    expect(found.map(leaves)).toEqual([false, true, true, false, true, false]);
  });
});
