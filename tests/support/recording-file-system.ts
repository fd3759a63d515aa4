import type { FileSystem } from '#storage/index';

/** The content of one file, whatever names it has had. */
interface FileNode {
  readonly kind: 'file';
  bytes: Uint8Array;
  /** Milliseconds since 1970. */
  modified: number;
}

interface FolderNode {
  readonly kind: 'folder';
  readonly entries: Map<string, Node>;
  modified: number;
}

type Node = FileNode | FolderNode;

/**
 * What was asked of the disk and changes it. `data` belongs to a file, the others to folders: a power cut may undo each
 * until its file, or its folder, was synced.
 */
export type Change =
  | { readonly type: 'create'; readonly path: string; readonly file: number }
  | { readonly type: 'unlink' | 'mkdir' | 'remove'; readonly path: string }
  | { readonly type: 'rename'; readonly path: string; readonly to: string }
  | { readonly type: 'data'; readonly file: number; readonly at: number; readonly bytes: Uint8Array };

/** A change, and the names of those syncs that make it safe: `file:3`, `folder:/desk/articles`. */
export interface Recorded {
  readonly change: Change;
  readonly safeAfter: readonly string[];
}

export type Step = Recorded | { readonly sync: string };

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const failWith = (code: string, path: string): never => {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
};

/** A tree of files in memory. Paths are absolute, with slashes. */
export class Tree {
  readonly root: FolderNode = { kind: 'folder', entries: new Map(), modified: 0 };

  find(path: string): Node | null {
    let node: Node | undefined = this.root;
    for (const part of path.split('/').filter(Boolean))
      node = node?.kind === 'folder' ? node.entries.get(part) : undefined;
    return node ?? null;
  }

  folder(path: string): FolderNode {
    const node = this.find(path);
    if (node?.kind === 'folder') return node;
    return failWith(node === null ? 'ENOENT' : 'ENOTDIR', path);
  }

  file(path: string): FileNode {
    const node = this.find(path);
    if (node?.kind === 'file') return node;
    return failWith(node === null ? 'ENOENT' : 'EISDIR', path);
  }

  put(path: string, node: Node): void {
    this.folder(parentOf(path)).entries.set(nameOf(path), node);
  }

  take(path: string): Node {
    const node = this.find(path) ?? failWith('ENOENT', path);
    this.folder(parentOf(path)).entries.delete(nameOf(path));
    return node;
  }

  copy(): Tree {
    const copied = new Tree();
    const clone = (node: Node): Node =>
      node.kind === 'file'
        ? { ...node }
        : {
            ...node,
            entries: new Map([...node.entries].map(([name, entry]) => [name, clone(entry)])),
          };
    for (const [name, entry] of this.root.entries) copied.root.entries.set(name, clone(entry));
    return copied;
  }

  /** Every file by its path. */
  files(): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const walk = (node: FolderNode, path: string): void => {
      for (const [name, entry] of node.entries)
        if (entry.kind === 'file') found.set(`${path}/${name}`, entry.bytes);
        else walk(entry, `${path}/${name}`);
    };
    walk(this.root, '');
    return found;
  }
}

/**
 * A disk in memory that remembers what was asked of it. Its clock stands still unless it is moved, and waiting moves it.
 */
export class RecordingDisk {
  tree: Tree;
  steps: Step[] = [];
  clock: number;
  private files = 0;

  constructor(tree = new Tree(), clock = Date.parse('2026-05-12T09:00:00.000Z')) {
    this.tree = tree;
    this.clock = clock;
  }

  private record(change: Change, ...safeAfter: string[]): void {
    this.steps.push({ change, safeAfter });
  }

  readonly fs: FileSystem = {
    createExclusive: async (path) => {
      if (this.tree.find(path)) failWith('EEXIST', path);
      const node: FileNode = { kind: 'file', bytes: new Uint8Array(), modified: this.clock };
      this.tree.put(path, node);
      this.files += 1;
      const file = this.files;
      this.record({ type: 'create', path, file }, `folder:${parentOf(path)}`);
      return {
        write: async (bytes) => {
          const at = node.bytes.byteLength;
          node.bytes = joined(node.bytes, bytes);
          node.modified = this.clock;
          this.record({ type: 'data', file, at, bytes: bytes.slice() }, `file:${file}`);
          return bytes.byteLength;
        },
        sync: async () => void this.steps.push({ sync: `file:${file}` }),
        size: async () => node.bytes.byteLength,
        close: async () => undefined,
      };
    },
    readFile: async (path) => this.tree.file(path).bytes.slice(),
    readRange: async (path, start, length) => this.tree.file(path).bytes.slice(start, start + length),
    rename: async (from, to) => {
      const node = this.tree.find(from) ?? failWith('ENOENT', from);
      const there = this.tree.find(to);
      if (there?.kind === 'folder' && there.entries.size > 0) failWith('ENOTEMPTY', to);
      this.tree.folder(parentOf(to));
      this.tree.take(from);
      this.tree.put(to, node);
      this.record({ type: 'rename', path: from, to }, `folder:${parentOf(to)}`, `folder:${parentOf(from)}`);
    },
    unlink: async (path) => {
      this.tree.file(path);
      this.tree.take(path);
      this.record({ type: 'unlink', path }, `folder:${parentOf(path)}`);
    },
    // As on many disks: a file has one name.
    link: async (_from, to) => failWith('EPERM', to),
    realPath: async (path) => {
      if (!this.tree.find(path)) failWith('ENOENT', path);
      return path;
    },
    syncFolder: async (path) => {
      this.tree.folder(path);
      this.steps.push({ sync: `folder:${path}` });
    },
    makeFolder: async (path) => {
      let at = '';
      for (const part of path.split('/').filter(Boolean)) {
        at = `${at}/${part}`;
        const there = this.tree.find(at);
        if (there?.kind === 'folder') continue;
        if (there) failWith('EEXIST', at);
        this.tree.put(at, { kind: 'folder', entries: new Map(), modified: this.clock });
        this.record({ type: 'mkdir', path: at }, `folder:${parentOf(at)}`);
      }
    },
    removeFolder: async (path) => {
      if (!this.tree.find(path)) return;
      this.tree.take(path);
      this.record({ type: 'remove', path }, `folder:${parentOf(path)}`);
    },
    list: async (path) => [...this.tree.folder(path).entries.keys()],
    info: async (path) => {
      const node = this.tree.find(path);
      if (!node) return null;
      const size = node.kind === 'file' ? node.bytes.byteLength : 0;
      return { kind: node.kind, size, modified: node.modified, changed: node.modified };
    },
    isWritable: async (path) => this.tree.find(path) !== null,
    now: () => this.clock,
    pause: async (ms) => {
      this.clock += ms;
    },
    waits: [20, 40, 80],
  };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.byteLength + other.byteLength);
  both.set(one);
  both.set(other, one.byteLength);
  return both;
}

/** What became of one change that was not safe yet. `zeros`: a file got its length, but not its content. */
export type Fate = 'done' | 'lost' | 'half' | 'zeros';

/** What a disk holds when the changes before a power cut had these fates; what cannot be done any more is left out. */
export function afterPowerCut(before: Tree, changes: readonly (readonly [Change, Fate])[]): Tree {
  const tree = before.copy();
  const nodes = new Map<number, FileNode>();
  for (const [change, fate] of changes) {
    if (change.type === 'data') writeData(nodes, change, fate);
    else if (fate === 'done') apply(tree, nodes, change);
  }
  return tree;
}

function writeData(
  nodes: Map<number, FileNode>,
  { file, at, bytes }: Change & { type: 'data' },
  fate: Fate,
): void {
  const node = nodes.get(file);
  if (!node || fate === 'lost') return;
  const taken = fate === 'half' ? bytes.subarray(0, bytes.byteLength >> 1) : bytes;
  const content = new Uint8Array(Math.max(node.bytes.byteLength, at + taken.byteLength));
  content.set(node.bytes);
  if (fate !== 'zeros') content.set(taken, at);
  node.bytes = content;
}

function apply(tree: Tree, nodes: Map<number, FileNode>, change: Exclude<Change, { type: 'data' }>): void {
  try {
    if (change.type === 'create') {
      const node: FileNode = { kind: 'file', bytes: new Uint8Array(), modified: 0 };
      nodes.set(change.file, node);
      tree.put(change.path, node);
    } else if (change.type === 'mkdir')
      tree.put(change.path, { kind: 'folder', entries: new Map(), modified: 0 });
    else if (change.type === 'rename') {
      tree.folder(parentOf(change.to));
      tree.put(change.to, tree.take(change.path));
    } else tree.take(change.path);
  } catch {
    // What it stands on was lost in the same cut.
  }
}
