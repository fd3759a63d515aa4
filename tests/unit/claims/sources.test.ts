import { describe, expect, it } from 'vitest';
import { evidenceTitle, independentOrigins } from '#core/claims/evidence';
import { evidenceKind } from '#core/claims/evidence-files';
import { evidenceText } from '#core/claims/evidence-text';
import { similarClaims } from '#core/claims/reuse';
import { articleOf, claimIn, web, withClaim, withOutcome, withRecord } from '../../support/checking';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('sources', () => {
  it('that have it from the same origin, or are the same, count once', () => {
    const wire = { origin: 'AFP ' };
    expect(independentOrigins([web('e1', wire), web('e2', { origin: 'afp' }), web('e3')])).toBe(2);
    expect(independentOrigins([web('e1'), { ...web('e1'), id: 'e2' }])).toBe(1);
    expect(
      independentOrigins([web('e1', { stance: 'mentions' }), web('e2', { stance: 'contradicts' })]),
    ).toBe(0);
  });

  it('have a name of one line, whatever they are', () => {
    expect(evidenceTitle(web('e1'))).toBe('Registre e1');
    const passage = {
      type: 'passage',
      text: `Un long\npassage ${'qui continue '.repeat(20)}`,
      from: '',
    } as const;
    const title = evidenceTitle({ source: passage });
    expect([title.length <= 80, title.includes('\n')]).toEqual([true, false]);
  });
});

describe('a file of evidence', () => {
  it.each([
    ['rapport.pdf', '%PDF-1.7\n', 'pdf'],
    ['sans-nom', '%PDF-1.4', 'pdf'],
    ['bruit.pdf', '\n\n%PDF-1.4', 'pdf'],
    ['photo.txt', '\x89PNG\r\n\x1a\n', 'png'],
    ['a.jpeg', '\xff\xd8\xff\xe0', 'jpg'],
    ['a.mp3', 'ID3\x04', 'mp3'],
    ['a.mp3', '\xff\xfb\x90\x64', 'mp3'],
    ['a.m4a', '\0\0\0\x20ftypM4A ', 'm4a'],
    ['a.ogg', 'OggS\0', 'ogg'],
    ['a.wav', 'RIFF....WAVEfmt ', 'wav'],
    ['page.htm', '<p>Bonjour</p>', 'html'],
    ['mail.eml', 'From: a@b.example\r\n\r\nBonjour', 'eml'],
    ['page.mhtml', 'MIME-Version: 1.0\r\n', 'mht'],
    ['note.md', 'du texte', 'txt'],
    ['a.exe', 'MZ\x90\0', null],
    ['a.docx', 'PK\x03\x04', null],
    ['a.svg', '<svg onload="x()">', null],
    ['a.pdf', 'MZ\x90\0', null],
    ['a.txt', 'a\0b', null],
    ['a.png', 'GIF8', 'gif'],
    ['sans ending', 'du texte', null],
  ])('is known by its bytes, else by its name: %s', (name, content, kind) => {
    expect(evidenceKind(name, bytes(content))).toBe(kind);
  });

  it('that is a page says what readers of it see', () => {
    const page = utf8(
      '<title>T</title><script>x()</script><h1>Séance</h1><p>Le pont<br>tiendra.</p><ul><li>Un</li></ul>',
    );
    expect(evidenceText(page, 'html', 'a.html')).toMatchObject({
      ok: true,
      value: 'Séance\nLe pont tiendra.\nUn',
    });
    expect(evidenceText(utf8('<div>Sans <b>paragraphe</b></div>'), 'html', 'a')).toMatchObject({
      value: 'Sans paragraphe',
    });
  });

  it('that is mail says its words, and from whom', () => {
    const mail = [
      'Subject: =?utf-8?Q?L=27=C3=A9t=C3=A9?= =?utf-8?B?IGRlcm5pZXI=?=',
      'From: maire@kerrien.example',
      'Content-Type: multipart/alternative; boundary="xx"',
      '',
      'Pour de vieux programmes',
      '--xx',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Le pont co=FBte 9=\r\n millions.',
      '--xx',
      'Content-Type: text/html',
      '',
      '<p>Autre</p>',
      '--xx--',
    ].join('\r\n');
    expect(evidenceText(bytes(mail), 'eml', 'a.eml')).toMatchObject({
      ok: true,
      value: "L'été dernier\nmaire@kerrien.example\n\nLe pont coûte 9 millions.",
    });
  });

  it('that is a saved page says what the page says, however it is packed', () => {
    const packed = btoa(String.fromCharCode(...utf8('<p>Décision du 4 mars</p>')));
    const page = `Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${packed}\n--b\nContent-Type: image/png\n\nxx\n--b--`;
    expect(evidenceText(bytes(page), 'mht', 'a.mht')).toMatchObject({
      ok: true,
      value: 'Décision du 4 mars',
    });
  });

  it('that cannot be read is refused in so many words, hostile ones quickly', () => {
    expect(evidenceText(bytes('%PDF-'), 'pdf', 'a.pdf')).toMatchObject({ code: 'evidence.unknown-kind' });
    expect(evidenceText(bytes('From: a\n\n'), 'eml', 'a.eml')).toMatchObject({ code: 'input.empty' });
    const nested = `Content-Type: multipart/mixed; boundary=a\n\n${'--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(5_000)}`;
    const start = performance.now();
    evidenceText(bytes(nested), 'eml', 'a.eml');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('earlier claims', () => {
  const earlier = withOutcome(
    withRecord(
      withClaim(
        articleOf(['Le pont de Kerrien mesure 212 mètres.']),
        'k1',
        'pont de Kerrien mesure 212 mètres',
        {},
      ),
      {
        ...claimIn(
          withClaim(
            articleOf(['pont de Kerrien mesure 212 mètres']),
            'k1',
            'pont de Kerrien mesure 212 mètres',
          ),
          'k1',
        ),
        evidence: [web('e1')],
      },
    ),
    'k1',
  );
  const desk = [{ articleId: 'a1', title: 'Le pont', claims: earlier.claims }];
  const claim = (text: string, evidence = [] as ReturnType<typeof web>[]) => ({
    ...claimIn(withClaim(articleOf([text]), 'n1', text), 'n1'),
    evidence,
  });

  it('that say the same with the same figures are found, with what was found out', () => {
    const [found, ...others] = similarClaims(claim('Kerrien : un pont qui mesure 212 mètres'), 'a2', desk);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      articleId: 'a1',
      claimId: 'k1',
      outcome: 'confirmed',
      by: 'Ada',
      evidence: ['Registre e1'],
      sameSource: false,
    });
  });

  it.each(['Le pont de Kerrien mesure 221 mètres', 'La salle de Kerrien', '212 mètres de corde'])(
    'that say something else are not: %s',
    (text) => {
      expect(similarClaims(claim(text), 'a2', desk)).toEqual([]);
    },
  );

  it('with the same source need fewer words in common', () => {
    const text = 'À Kerrien, le nouveau tablier a une longueur de 212 mètres';
    expect(similarClaims(claim(text), 'a2', desk)).toEqual([]);
    expect(similarClaims(claim(text, [web('e1')]), 'a2', desk)).toMatchObject([{ sameSource: true }]);
  });

  it('are not the claim itself, though another article may have one of the same id', () => {
    const own = claimIn(earlier, 'k1');
    expect(similarClaims(own, 'a1', desk)).toEqual([]);
    expect(similarClaims(own, 'a2', desk)).toHaveLength(1);
  });

  it('are compared by what their sources say as well', () => {
    const quoted = web('e1', { quote: 'La digue sud atteint 14 mètres de haut.' });
    const record = [
      { articleId: 'a1', title: '', claims: [{ ...claimIn(earlier, 'k1'), evidence: [quoted] }] },
    ];
    expect(similarClaims(claim('la digue sud atteint 14 mètres'), 'a2', record)).toHaveLength(1);
  });
});
