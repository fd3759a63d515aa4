import { $getSelection, $isRangeSelection, CONTROLLED_TEXT_INSERTION_COMMAND, PASTE_COMMAND } from 'lexical';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composeBody } from '#core/body/fields';
import { textRun } from '#core/body/normalize';
import { type Block, bodySchema } from '#core/body/schema';
import { bodyText } from '#core/body/walk';
import { prepareClipboard } from '../../src/renderer/features/editor/paste';
import { hostileArticle, hostileCases, refusedAddresses } from '../support/hostile';
import { $textWith, openEditor } from './support';

let open: ReturnType<typeof openEditor>;
beforeAll(prepareClipboard);
afterEach(() => open.dispose());

const own = 'application/x-lexical-editor';

function start(
  blocks: readonly Block[] = [{ id: 'b1', type: 'paragraph', content: [textRun('Here.')] }],
): void {
  open = openEditor(composeBody({ headline: 'Titre' }, [...blocks]));
  open.update(() => {
    const node = $textWith('Here.');
    node.select(5, 5);
  });
}

type Way = 'paste' | 'drop';

function bring(way: Way, given: Readonly<Record<string, string>>): void {
  const data = { types: Object.keys(given), files: [], getData: (type: string) => given[type] ?? '' };
  const event =
    way === 'paste' ? new ClipboardEvent('paste', { cancelable: true }) : new Event('beforeinput');
  Object.assign(event, way === 'paste' ? { clipboardData: data } : { dataTransfer: data });
  open.update(() => {
    if (way === 'paste') open.editor.lexical.dispatchCommand(PASTE_COMMAND, event as ClipboardEvent);
    else open.editor.lexical.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, event as InputEvent);
  });
}

/** What our own text never puts on the screen. */
function foreign(surface: HTMLElement): string[] {
  return [...surface.querySelectorAll('*')].flatMap((element) => [
    ...(/^(?:script|iframe|object|embed|base|link|meta|form|input|svg|math|style|video|audio)$/i.test(
      element.tagName,
    )
      ? [element.tagName]
      : []),
    ...element
      .getAttributeNames()
      .filter((name) => /^on|^src$|^srcdoc$|^action|^formaction$|^background$|^target$|^xlink/i.test(name))
      .map((name) => `${element.tagName} ${name}=${element.getAttribute(name)}`),
    ...(/url|position|expression|inset|z-index/i.test(element.getAttribute('style') ?? '') ? ['style'] : []),
    ...(element.tagName === 'A' && !/^(?:https?|mailto):/.test((element as HTMLAnchorElement).href)
      ? [`href=${element.getAttribute('href')}`]
      : []),
  ]);
}

const run = (text: string, more: object = {}) => ({
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
  ...more,
});
const line = (children: readonly object[], more: object = {}) => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type: 'paragraph',
  version: 1,
  ...more,
});
const forged = (...nodes: readonly object[]): string => JSON.stringify({ namespace: 'marbre', nodes });

/** What a page may write into the clipboard under the name of our own format. */
const forgeries: Readonly<Record<string, string>> = {
  'a heading that is a script': forged(line([run('canary()')], { type: 'heading', tag: 'script' })),
  'a heading that is a style': forged(line([run('*{display:none}')], { type: 'heading', tag: 'style' })),
  'a style that covers the window': forged(
    line([run('Over', { style: 'position:fixed;inset:0;background:url(https://canary.example/)' })]),
  ),
  'a paragraph with a style': forged(
    line([run('Over')], { textStyle: 'position:fixed', style: 'position:fixed;inset:0', textFormat: 1e9 }),
  ),
  'ids that no article may have': forged(
    line(
      [
        run('Ids', {
          $: { claims: ['../../x', 'a b', 7, null], comments: ['"><b>'], inserted: 'x y', deleted: '/' },
        }),
      ],
      { $: { blockId: '../../etc', inserted: '"' } },
    ),
  ),
  'a list that starts nowhere': forged(
    line([line([run('Item')], { type: 'listitem', value: -7, checked: 'x' })], {
      type: 'list',
      listType: 'number',
      start: -1e12,
      tag: 'script',
    }),
  ),
  'a list of an unknown kind': forged(
    line([line([run('Item')], { type: 'listitem' })], {
      type: 'list',
      listType: 'constructor',
      start: '9e99',
    }),
  ),
  'a picture out of the article': forged(
    line([line([run('Caption')], { type: 'slot', slot: '__proto__' })], {
      type: 'composite',
      data: { kind: 'picture', asset: '../../../etc/passwd', alt: 7, width: 1e9 },
    }),
  ),
  'an embed that runs': forged(
    line([line([run('Film')], { type: 'slot', slot: 'content' })], {
      type: 'composite',
      data: { kind: 'embed', url: 'javascript:canary()' },
    }),
  ),
  'a table with addresses in its colours': forged(
    line(
      [
        line(
          [
            line([line([run('Cell')])], {
              type: 'tablecell',
              headerState: 99,
              colSpan: 1e6,
              backgroundColor: 'url(https://canary.example/)',
              width: -5,
              verticalAlign: 'x;position:fixed',
            }),
          ],
          { type: 'tablerow', height: 1e9 },
        ),
      ],
      { type: 'table', colWidths: [1e9], rowStriping: true },
    ),
  ),
  'a note that is called by a selector': forged(
    line([run('x'), { type: 'note-reference', note: '"]<img src=x onerror=canary()>', version: 1 }]),
  ),
  'code in a language of its own': forged(
    line([run('code')], { type: 'code-block', language: '"><script>canary()</script>'.repeat(9) }),
  ),
  'a fourth field': forged(line([run('Second headline')], { type: 'field', field: 'constructor' })),
  'nodes of an unknown type': forged({ type: 'iframe', src: 'https://canary.example/', version: 1 }),
  'a root in a root': forged({ type: 'root', children: [line([run('x')])], version: 1 }),
  prototypes: `{"namespace":"marbre","nodes":[{"type":"paragraph","version":1,"children":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"$":{"__proto__":{"polluted":1}}}]}`,
  'no nodes': '{"namespace":"marbre","nodes":{"length":1}}',
  'no JSON': '{"namespace":"marbre","nodes":[',
  nothing: 'null',
  ...Object.fromEntries(
    [...refusedAddresses, 'HTTPS://example.org'].map((url) => [
      `a link to ${JSON.stringify(url).slice(0, 60)}`,
      forged(
        line([
          line([run('press')], { type: 'link', url, target: '_top', rel: 'opener', title: '"><img src=x>' }),
          run(' after'),
        ]),
      ),
    ]),
  ),
};

describe.each(['paste', 'drop'] as const)('what comes in by %s', (way) => {
  it.each(Object.keys(forgeries))('in our own format, forged: %s', (name) => {
    start();
    bring(way, {
      [own]: forgeries[name] ?? '',
      'text/plain': 'Plain words.',
      'text/html': '<p>Plain words.</p>',
    });
    expect(foreign(open.surface)).toEqual([]);
    const body = open.editor.readBody();
    expect(bodySchema.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/"url":"(?!https?:|mailto:)[^"]/);
    expect(bodyText(body, '\n')).toContain('Here.');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const pages = hostileCases().filter(({ file }) => file.endsWith('.html'));
  it.each(pages.map(({ file, what }) => [file, what] as const))('as HTML: %s (%s)', (file) => {
    const { bytes, keeps } = pages.find((one) => one.file === file) ?? expect.unreachable();
    start();
    bring(way, { 'text/html': new TextDecoder().decode(bytes), 'text/plain': 'Plain words.' });
    expect(foreign(open.surface)).toEqual([]);
    const body = open.editor.readBody();
    expect(bodySchema.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(bodyText(body, '\n')).toContain(keeps);
  });

  it('falls back to our own readers where our own format says nothing sensible', () => {
    start();
    const html = '<p>Read <b>well</b></p><p hidden>Hidden words</p><script>canary()</script>';
    bring(way, { [own]: forged({ type: 'iframe', version: 1 }), 'text/html': html, 'text/plain': 'x' });
    expect(bodyText(open.editor.readBody(), '\n')).toContain('Read well');
    expect(bodyText(open.editor.readBody(), '\n')).not.toContain('Hidden words');
  });
});

describe('an article file that somebody else wrote', () => {
  it('is shown without anything that is not ours', () => {
    const { body } = hostileArticle('hostile3');
    open = openEditor(
      body.map((block) => (block.type === 'picture' ? { ...block, type: 'divider' } : block)) as never,
    );
    expect(foreign(open.surface)).toEqual([]);
    expect(open.surface.textContent).toContain('canary()');
    expect(bodySchema.safeParse(open.editor.readBody()).error?.issues ?? []).toEqual([]);
  });

  it.each(refusedAddresses)('shows a link to %j as its words', (url) => {
    const link = { type: 'link' as const, url, content: [textRun('press')] };
    start([{ id: 'b1', type: 'paragraph', content: [textRun('Here. '), link as never] }]);
    expect(open.surface.querySelector('a')).toBeNull();
    expect(open.surface.textContent).toContain('press');
  });

  it('keeps a link that may be one', () => {
    const link = { type: 'link' as const, url: 'https://example.org/a', content: [textRun('press')] };
    start([{ id: 'b1', type: 'paragraph', content: [textRun('Here. '), link as never] }]);
    expect(open.surface.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a');
    open.update(() => {
      const selection = $getSelection();
      expect($isRangeSelection(selection)).toBe(true);
    });
  });
});
