import type { Article } from '#core/article/schema';
import { evidenceFileName } from '#core/claims/evidence';
import type { EvidenceExtension } from '#core/claims/evidence-files';
import type { EvidenceFile } from '#core/claims/schema';
import { isSealed, reveal, type Secret, sameSource } from '#core/confidential/sealed';
import { readRecord } from '#core/confidential/sealed-schema';
import { type ConfidentialView, idleMinutes } from '#core/confidential/values';
import { failure, type Result, success } from '#core/failure';
import type { DeskStore, EvidenceReader } from '#storage/index';

export interface SealName {
  /** Of the article. */
  readonly id: string;
  readonly seal: string;
  readonly file: string | null;
}

/** A file in clear that an opened source stands for. */
interface OpenFile {
  readonly id: string;
  readonly file: string;
}

/**
 * What is unlocked, in the memory of this process and nowhere else: the secret halves of the desk's keys, and the last
 * file that was looked at. All of it is forgotten on “lock”, with the desk, and after a while in which nobody looked.
 */
export class ConfidentialSession {
  private identities: readonly string[] = [];
  private readonly files = new Map<string, OpenFile>();
  private last: { readonly key: string; readonly bytes: Uint8Array } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onLock: () => void;
  private readonly idle: number;

  /** `idle`: milliseconds. */
  constructor(onLock: () => void, idle = idleMinutes * 60_000) {
    this.onLock = onLock;
    this.idle = idle;
  }

  get isUnlocked(): boolean {
    return this.identities.length > 0;
  }

  async view(desk: DeskStore): Promise<ConfidentialView> {
    const read = await desk.keys.read();
    if (!read.ok) return { state: 'damaged', isUnfinished: false, givenUp: 0 };
    if (!read.value) return { state: 'none', isUnfinished: false, givenUp: 0 };
    const count = (state: string): number =>
      read.value?.keys.filter((key) => key.state === state).length ?? 0;
    return {
      state: this.isUnlocked ? 'unlocked' : 'locked',
      isUnfinished: count('retiring') > 0,
      givenUp: count('given-up'),
    };
  }

  /** Codes: those of `KeyStore.unlock`. */
  async unlock(desk: DeskStore, passphrase: string): Promise<Result<ConfidentialView>> {
    const opened = await desk.keys.unlock(passphrase);
    if (!opened.ok) return opened;
    this.identities = opened.value;
    this.touch();
    return success(await this.view(desk));
  }

  /** Forgets everything; tells only when there was something to forget. */
  lock(): void {
    clearTimeout(this.timer);
    const wasUnlocked = this.isUnlocked;
    this.identities = [];
    this.files.clear();
    this.last?.bytes.fill(0);
    this.last = null;
    if (wasUnlocked) this.onLock();
  }

  private touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lock(), this.idle);
    // It must not keep a program alive that has nothing else to do.
    this.timer.unref();
  }

  /** What a sealed source is. Codes: `confidential.locked`, `confidential.missing` … of `SealedFiles.read`. */
  async open(desk: DeskStore, { id, seal, file }: SealName): Promise<Result<Secret>> {
    if (!this.isUnlocked) return failure('confidential.locked');
    this.touch();
    const files = await desk.articles.sealed(id);
    if (files === null) return failure('article.not-found', { id });
    const bytes = await files.read(seal, this.identities);
    if (!bytes.ok) return bytes;
    const secret = readRecord(bytes.value);
    if (secret === null) return failure('confidential.changed');
    if (secret.source.type === 'file' && file !== null && this.isUnlocked)
      this.files.set(`${id}/${evidenceFileName(secret.source)}`, { id, file });
    return success(secret);
  }

  /** The bytes of a file that was opened; null: it is none of those. Codes: as for `open`, `evidence.changed`. */
  async bytes(desk: DeskStore, id: string, name: string): Promise<Result<Uint8Array> | null> {
    const key = `${id}/${name}`;
    const file = this.files.get(key);
    if (!file) return null;
    this.touch();
    if (this.last?.key === key) return success(this.last.bytes);
    const read = await (await desk.articles.sealed(id))?.read(file.file, this.identities);
    if (!read) return failure('article.not-found', { id });
    // Locked while it was being opened: then nobody gets it.
    if (read.ok && this.files.has(key)) this.last = { key, bytes: read.value };
    else if (read.ok) return failure('confidential.locked');
    return read;
  }

  /** The same, for the address under which the window shows files. */
  async reader(desk: DeskStore, id: string, name: string): Promise<EvidenceReader | null> {
    const read = await this.bytes(desk, id, name);
    if (!read?.ok) return null;
    const bytes = read.value;
    return {
      extension: name.slice(name.lastIndexOf('.') + 1) as EvidenceExtension,
      size: bytes.byteLength,
      isSecret: true,
      read: async (start, length) => {
        if (!this.files.has(`${id}/${name}`)) throw new Error('locked');
        return bytes.slice(start, start + length);
      },
    };
  }

  /** The article with what can be opened of its sealed sources, for a record that shall show them. */
  async revealed(desk: DeskStore, article: Article): Promise<Article> {
    let { claims } = article;
    for (const claim of article.claims)
      for (const evidence of claim.evidence.filter(isSealed)) {
        const { seal, file } = evidence.source;
        const secret = await this.open(desk, { id: article.id, seal, file });
        if (!secret.ok) continue;
        claims = claims.map((one) =>
          one.id === claim.id ? sameSource(one, evidence, reveal(evidence, secret.value)) : one,
        );
      }
    return { ...article, claims };
  }

  /** The bytes of an attached file, sealed or not. */
  async fileBytes(desk: DeskStore, id: string, file: EvidenceFile): Promise<Result<Uint8Array>> {
    return (await this.bytes(desk, id, evidenceFileName(file))) ?? desk.articles.evidence.read(id, file);
  }
}
