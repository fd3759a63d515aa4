import { app, type Session } from 'electron';

/**
 * Errands that Chromium runs on its own, and what shuts each of them. Those of the Chrome browser are no part of
 * Electron today (docs/privacy.md says how that was looked up): they are named so that they stay off should a later
 * Electron take one in. What no switch reaches is behind the last two rows, which stop every name and every proxy.
 */
const switches: readonly (readonly [name: string, value: string, why: string])[] = [
  [
    'disable-background-networking',
    '',
    'Chrome: safe browsing, field trials, search providers, pings of use',
  ],
  ['disable-component-update', '', 'Chrome: downloads parts of itself'],
  ['disable-domain-reliability', '', 'reports connections that failed'],
  ['disable-sync', '', 'Chrome: accounts'],
  ['disable-client-side-phishing-detection', '', 'Chrome: downloads a model of pages'],
  ['disable-default-apps', '', 'Chrome: fetches apps at the first start'],
  ['disable-speech-api', '', 'sends sound to a service that turns it into words'],
  ['disable-breakpad', '', 'Chrome: crash reports; ours are never started either'],
  ['disable-quic', '', 'a second way out beside TCP'],
  ['no-pings', '', 'links that tell a third party that they were followed'],
  [
    'no-proxy-server',
    '',
    'the system may name a script on the network that chooses proxies: it is not asked for',
  ],
  // The first ends before Chromium tries whether this machine has IPv6; should it not be understood, the second holds.
  [
    'host-resolver-rules',
    'MAP * ^NOTFOUND,MAP * ~NOTFOUND',
    'no name and no number leads anywhere, whoever asks',
  ],
];

/** The same for what is a feature in Chromium's words and has no switch. */
const features: readonly (readonly [name: string, why: string])[] = [
  ['AsyncDns', 'asks name servers by itself'],
  ['DnsOverHttpsUpgrade', 'moves lookups to a service on the web'],
  ['UseDnsHttpsSvcb', 'asks a second question about each name'],
  ['NetworkErrorLogging', 'reports what could not be loaded'],
  ['Reporting', 'sends reports that pages ask for'],
  ['AutofillServerCommunication', 'Chrome: sends the shape of forms'],
  ['CertificateTransparencyComponentUpdater', 'Chrome: downloads lists of certificates'],
  ['InterestFeedContentSuggestions', 'Chrome: fetches reading for a new tab'],
  ['MediaRouter', 'Chrome: looks for screens in the room (mDNS, DIAL)'],
  ['DialMediaRouteProvider', 'Chrome: the same by broadcast'],
  ['NetworkTimeServiceQuerying', 'Chrome: asks a service for the time'],
  ['OptimizationHints', 'Chrome: fetches hints about sites'],
  ['OptimizationGuideModelDownloading', 'Chrome: downloads models'],
  ['Translate', 'Chrome: sends pages to a translator'],
  ['BrowsingTopics', 'keeps a list of interests for advertisers'],
  ['PrivateStateTokens', 'fetches tokens that tell people from machines'],
  ['WebRtcHideLocalIpsWithMdns', 'WebRTC: makes itself known to the machines around'],
];

/** Ways to steer the window from outside, of which one listens on a port. They are for tests, which run unpackaged. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-address', 'remote-debugging-pipe'];

/** Before the app is ready: nothing that runs in it may reach the network, asked or unasked. */
export function goOffline(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  app.commandLine.appendSwitch('disable-features', features.map(([name]) => name).join(','));
  if (app.isPackaged) for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
  // As early as a session can be had: the dictionary of the system's language is fetched as soon as there is one.
  app.on('session-created', forgetDictionaries);
  // WebRTC goes past proxies, names and the policy of requests: it sent packets before this was here.
  app.on('web-contents-created', (_event, contents) =>
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  );
  void app.whenReady().then(() =>
    app.configureHostResolver({
      enableBuiltInResolver: false,
      enableAdditionalDnsQueryTypes: false,
      secureDnsMode: 'off',
    }),
  );
}

/**
 * A session begins by fetching the dictionary of the system's language, also when spelling is switched off, unless its
 * file is there: ours are put there before (`spelling/dictionaries.ts`). What is left of an attempt, in another
 * language, ends at an address that Chromium's network service does not know. The open article's language comes later.
 */
function forgetDictionaries(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL('marbre://app/no-dictionaries/');
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
