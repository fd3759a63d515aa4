import { type FormEvent, useRef, useState } from 'react';
import type { Tag } from '#core/desk/schema';
import { longestName, tagColours, tagTypes } from '#core/desk/values';
import { foldName, labelOf, labelsOf } from '#core/vocabulary/names';
import type { TagFields } from '#core/vocabulary/operations';
import { useTranslation } from '../../session/translation';
import {
  addTagToVocabulary,
  articlesWith,
  changeTagFields,
  removeTagNamed,
  retireTagsNamed,
} from '../../session/vocabulary-session';
import { Button } from '../../ui/button';
import { ChoiceField } from '../../ui/commit-field';
import { Swatch } from '../../ui/tag-mark';
import { AliasField } from './alias-field';
import { ParentField } from './parent-field';

interface Props {
  readonly tags: readonly Tag[];
  /** Null: a new tag. */
  readonly tag: Tag | null;
  /** What the new tag is called so far. */
  readonly name?: string;
  /** Where to go next: to the tag with this id, or nowhere when it is gone. */
  readonly onDone: (id: string | null) => void;
}

/** Everything that is said of one tag. */
export function TagForm({ tags, tag, name = '', onDone }: Props) {
  const { t, language } = useTranslation();
  const [fields, setFields] = useState<TagFields>(() => tag ?? blankFields(language, name));
  const [keepNames, setKeepNames] = useState(true);
  const set = (change: Partial<TagFields>): void => setFields((now) => ({ ...now, ...change }));
  const isRenamed = tag !== null && labelsOf(tag).some((label) => !hasLabel(fields, label));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { type, labels, aliases, parent, colour, iptc } = fields;
    const said = { type, labels, aliases: [...aliases], parent, colour, iptc: iptc?.trim() || null };
    const called = labelOf({ id: '', labels }, language);
    const done = tag
      ? await changeTagFields({ id: tag.id, fields: said, keepNames: isRenamed && keepNames }, called)
      : await addTagToVocabulary(said, called);
    if (done) onDone(done.id);
  };
  return (
    <form className="form tag-form" onSubmit={(event) => void submit(event)}>
      <h3>{tag ? t('vocabulary.form.edit', { name: labelOf(tag, language) }) : t('vocabulary.form.new')}</h3>
      <div className="tag-form-pair">
        {(['fr', 'en'] as const).map((of) => (
          <label key={of} className="form-field">
            <span>{t(`vocabulary.form.label-${of}`)}</span>
            <input
              type="text"
              lang={of}
              maxLength={longestName}
              value={fields.labels[of] ?? ''}
              onChange={(event) => set({ labels: { ...fields.labels, [of]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      {isRenamed && (
        <label className="form-check">
          <input
            type="checkbox"
            checked={keepNames}
            onChange={(event) => setKeepNames(event.target.checked)}
          />
          <span>{t('vocabulary.form.keep-name')}</span>
        </label>
      )}
      <AliasField aliases={fields.aliases} onChange={(aliases) => set({ aliases })} />
      <ParentField tags={tags} tag={tag} parent={fields.parent} onChange={(parent) => set({ parent })} />
      <Kinds fields={fields} onChange={set} />
      <div className="form-actions">
        {tag && <ShelfButtons tag={tag} onDone={onDone} />}
        <Button type="submit" tone="primary">
          {t(tag ? 'vocabulary.form.save' : 'vocabulary.form.create')}
        </Button>
      </div>
      {tag && (
        <p className="tag-form-id">
          {t('vocabulary.form.identifier')} <code>{tag.id}</code>
        </p>
      )}
    </form>
  );
}

function Kinds({
  fields,
  onChange,
}: {
  readonly fields: TagFields;
  readonly onChange: (change: Partial<TagFields>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className="tag-form-pair">
        <ChoiceField
          label={t('vocabulary.form.type')}
          value={fields.type}
          choices={tagTypes.map((type) => [type, t(`vocabulary.type.${type}`)])}
          onChoose={(type) => onChange({ type })}
        />
        <div className="colour-field">
          <ChoiceField
            label={t('vocabulary.form.colour')}
            value={fields.colour ?? 'none'}
            choices={[
              ['none', t('vocabulary.form.no-colour')],
              ...tagColours.map((colour) => [colour, t(`vocabulary.colour.${colour}`)] as const),
            ]}
            onChoose={(colour) => onChange({ colour: colour === 'none' ? null : colour })}
          />
          <Swatch colour={fields.colour} />
        </div>
      </div>
      <label className="form-field">
        <span>{t('vocabulary.form.iptc')}</span>
        <input
          type="text"
          pattern="\s*medtop:[0-9]{8}\s*"
          title={t('vocabulary.form.iptc-hint')}
          placeholder="medtop:00000000"
          value={fields.iptc ?? ''}
          onChange={(event) => onChange({ iptc: event.target.value })}
        />
      </label>
    </>
  );
}

/** Out of use or out of the vocabulary; what articles have is counted before anything is taken off them. */
function ShelfButtons({ tag, onDone }: { readonly tag: Tag; readonly onDone: Props['onDone'] }) {
  const { t, language } = useTranslation();
  const [uses, setUses] = useState<number | null>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const name = labelOf(tag, language);
  const retire = async (): Promise<void> => {
    const names = t('vocabulary.merge.quoted', { name });
    await retireTagsNamed({ ids: [tag.id], retired: !tag.retired }, names);
  };
  const count = async (): Promise<void> => {
    setUses(await articlesWith([tag.id]));
    confirm.current?.focus();
  };
  const remove = async (): Promise<void> => {
    const done = await removeTagNamed({ id: tag.id, force: (uses ?? 0) > 0 }, name);
    if (done) onDone(null);
    else setUses(null);
  };
  return (
    <div className="shelf-buttons">
      <Button onClick={() => void retire()}>
        {t(tag.retired ? 'vocabulary.form.bring-back' : 'vocabulary.form.retire')}
      </Button>
      {uses === null ? (
        <Button tone="danger" data-remove="" onClick={() => void count()}>
          {t('vocabulary.form.remove')}
        </Button>
      ) : (
        <Button ref={confirm} tone="danger" className="remove-now" onClick={() => void remove()}>
          {uses === 0 ? t('vocabulary.form.remove-unused') : t('vocabulary.form.remove-now', { count: uses })}
        </Button>
      )}
    </div>
  );
}

function hasLabel({ labels }: TagFields, label: string): boolean {
  return labelsOf({ labels }).some((one) => foldName(one) === foldName(label));
}

function blankFields(language: 'fr' | 'en', name: string): TagFields {
  return { type: 'topic', labels: { [language]: name }, aliases: [], parent: null, colour: null, iptc: null };
}
