/** A key pair: the secret half (`AGE-SECRET-KEY-1…`) and what files are encrypted to (`age1…`). */
export interface AgeKey {
  readonly identity: string;
  readonly recipient: string;
}

/** What became of opening a file: its bytes, or that none of the keys is its own, or that it is damaged. */
export type Opened =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  | { readonly kind: 'other-key' | 'damaged' };

/** The age format (c2sp.org/age) as we use it; here, or in a thread that keeps the window from waiting. */
export interface Age {
  newKey(): Promise<AgeKey>;
  /** Encrypts, and opens the result again before it gives it. */
  encrypt(bytes: Uint8Array, recipient: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array, identities: readonly string[]): Promise<Opened>;
  /** Encrypts an identity by passphrase; `workFactor`: scrypt's cost as a power of two. */
  wrap(identity: string, passphrase: string, workFactor: number): Promise<Uint8Array>;
  /** The identity; `other-key`: by another passphrase. */
  unwrap(bytes: Uint8Array, passphrase: string): Promise<Opened>;
}

type Library = typeof import('age-encryption');

/** Loaded when the first confidential source is sealed or opened, and not before. */
function load(): Promise<Library> {
  return import('age-encryption');
}

/** Does the work in this thread: for the command line and the worker. */
export const ageHere: Age = {
  async newKey() {
    const { generateX25519Identity, identityToRecipient } = await load();
    const identity = await generateX25519Identity();
    return { identity, recipient: await identityToRecipient(identity) };
  },
  async encrypt(bytes, recipient) {
    const { Encrypter, Decrypter } = await load();
    const encrypter = new Encrypter();
    let fileKey = new Uint8Array();
    encrypter.addRecipient(recipient);
    // The secret half may be locked away. The file's own key, kept for a moment, shows that what goes to disk opens.
    encrypter.addRecipient({
      wrapFileKey: (key) => {
        fileKey = Uint8Array.from(key);
        return [];
      },
    });
    const encrypted = await encrypter.encrypt(bytes);
    const decrypter = new Decrypter();
    decrypter.addIdentity({ unwrapFileKey: () => fileKey });
    const again = await decrypter.decrypt(encrypted);
    if (Buffer.compare(again, bytes) !== 0)
      throw new Error('what was encrypted does not open to the same bytes');
    return encrypted;
  },
  async decrypt(bytes, identities) {
    const { Decrypter } = await load();
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    return open(() => decrypter.decrypt(bytes));
  },
  async wrap(identity, passphrase, workFactor) {
    const { Encrypter } = await load();
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(workFactor);
    // A line, as `age-keygen` writes it.
    return encrypter.encrypt(`${identity}\n`);
  },
  async unwrap(bytes, passphrase) {
    const { Decrypter } = await load();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    return open(() => decrypter.decrypt(bytes));
  },
};

/** The library tells by an error's words that a file is for somebody else; everything else it refuses is damage. */
async function open(decrypt: () => Promise<Uint8Array>): Promise<Opened> {
  try {
    return { kind: 'opened', bytes: await decrypt() };
  } catch (error) {
    return { kind: /no identity matched/.test(String(error)) ? 'other-key' : 'damaged' };
  }
}
